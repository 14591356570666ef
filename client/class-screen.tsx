/** Which screen of an exercise is shown: fetched when somebody prepares, leads, shows or prints one. */
import type { JSX } from 'preact';
import { Console } from './class/console.tsx';
import { Prepare } from './class/prepare.tsx';
import { Print } from './class/print.tsx';
import { Projector } from './class/projector.tsx';
import type { ClassScreen as Screen } from './model/class-screen.ts';

export function ClassScreen({ screen }: { readonly screen: Screen }): JSX.Element {
  switch (screen.show) {
    case 'prepare':
      return <Prepare />;
    case 'console':
      return <Console admission={screen.admission} />;
    case 'projector':
      return <Projector admission={screen.admission} />;
    case 'print':
      return <Print admission={screen.admission} />;
  }
}
