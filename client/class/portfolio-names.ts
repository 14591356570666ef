/** What somebody in a delegation is called by what he holds. */
import { PORTFOLIOS, type Portfolio } from '../../shared/protocol/portfolio.ts';
import { listed } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';

/** Who has all of them has no ministry: he is the delegation. */
export const portfolioNames = (portfolios: readonly Portfolio[]): string =>
  portfolios.length === PORTFOLIOS.length
    ? t('portfolio.all')
    : listed(portfolios.map((portfolio) => t(`portfolio.${portfolio}`)));
