/** A delegation as one of its members sees it: what he may do, and who does what he may not. */
import { type Delegate, type Delegation, maySign, PORTFOLIOS, type Portfolio } from '../../shared/protocol/portfolio.ts';

/** Who sits alone has every portfolio. */
export const rightsIn = ({ delegates, own }: Delegation): readonly Portfolio[] => delegates[own]?.portfolios ?? PORTFOLIOS;

/** Whoever signs for it, of those who are here if one of them does. */
export function signerOf({ delegates }: Delegation): Delegate | undefined {
  const signers = delegates.filter(({ portfolios }) => maySign(portfolios));
  return signers.find(({ isHere }) => isHere) ?? signers[0];
}
