import { builderRules } from '../support/builder-rules.ts';

builderRules();
