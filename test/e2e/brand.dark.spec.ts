import { brandRules } from '../support/brand-rules.ts';

brandRules('dark');
