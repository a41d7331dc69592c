// The program of the worker threads of a run over a tree.
import { serveBatches } from '../io/batch/pool.js';
import { migrateBytes } from './work.js';

serveBatches(migrateBytes);
