import { v1 } from '../sdk/tables.js';
import { isFromGuardedImport } from '../semantic/program.js';
import { manual, type Rule } from './rule.js';
import { isNamed } from './shared/moved-symbol.js';

/** `sagemaker.session.ModelContainer`. */
export const modelContainer: Rule = {
  docs: {
    name: 'model-container',
    summary: 'sagemaker.session.ModelContainer is gone',
    why: 'The import raises ImportError in v2, which passes containers as dictionaries.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: 'from sagemaker.session import ModelContainer\ncontainer = ModelContainer(data, image)\n',
        after: 'from sagemaker.session import ModelContainer\ncontainer = ModelContainer(data, image)\n',
      },
    ],
  },
  reference(reference, program) {
    const { node, sdk, isImport } = reference;
    if (v1.resolve(sdk.path)?.path !== 'sagemaker.session.ModelContainer') return undefined;
    if (isImport ? (sdk.binding?.references.size ?? 0) > 0 : !isNamed(reference, program)) return undefined;
    const message =
      'v2 has no ModelContainer: pass Model objects, or the dictionary that sagemaker.container_def builds';
    if (isFromGuardedImport(program, sdk)) return { at: node, evidence: sdk.evidence, message, state: 'guarded' };
    return manual(node, sdk.evidence, message, 'sagemaker.container_def(image_uri, model_data_url, env)');
  },
};
