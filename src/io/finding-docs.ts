import { engineDocs } from '../engine/finding-docs.js';
import type { RuleDocs } from '../rules/rule-docs.js';
import { dependencyDocs } from './requirements/docs.js';

/** The pages of everything that is found, and that no rule finds. */
export const findingDocs: readonly RuleDocs[] = [...engineDocs, ...dependencyDocs];
