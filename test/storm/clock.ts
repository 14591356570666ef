/** Loaded before the server in a storm: its clock jumps when it is told to. */
const real = Date.now.bind(Date);
let ahead = 0;
Date.now = () => real() + ahead;
process.on('message', (jump: unknown) => {
  if (typeof jump === 'number') ahead += jump;
});
// The channel to the test alone must not keep the server alive.
process.channel?.unref();
