import { brandRules } from '../support/brand-rules.ts';
import { test } from '../support/demo-test.ts';

test.use({ colorScheme: 'dark' });

brandRules('dark');
