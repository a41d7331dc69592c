import { requireModule } from '../edits/builders.js';
import { isLoadedAt } from '../edits/import-scope.js';
import { v1, v2 } from '../sdk/tables.js';
import { isFromGuardedImport } from '../semantic/program.js';
import { fix, type Rule } from './rule.js';
import { isNamed } from './shared/moved-symbol.js';

/** `sagemaker.xgboost.XGBoost` after nothing but `import sagemaker`. */
export const implicitXgboostImport: Rule = {
  docs: {
    name: 'implicit-xgboost-import',
    summary: 'sagemaker.xgboost is imported where it is named through the package',
    why: 'In v1 `import sagemaker` loaded sagemaker.xgboost too. In v2 it does not, and the name raises AttributeError.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: 'import sagemaker\nmodel_class = sagemaker.xgboost.XGBoostModel\n',
        after: 'import sagemaker\nimport sagemaker.xgboost\nmodel_class = sagemaker.xgboost.XGBoostModel\n',
      },
    ],
  },
  reference(reference, program) {
    const { node, sdk, isImport } = reference;
    const isPackage = /^sagemaker\.\w+$/.test(sdk.path) && v2.resolve(sdk.path)?.kind === 'module';
    if (
      isImport ||
      node.type !== 'attribute' ||
      !isPackage ||
      !v1.isLoadedByRoot(sdk.path) ||
      v2.isLoadedByRoot(sdk.path)
    )
      return undefined;
    if (isFromGuardedImport(program, sdk) || !isNamed(reference, program) || isLoadedAt(program, sdk.path, node))
      return undefined;
    return fix(node, sdk.evidence, `import sagemaker does not load ${sdk.path} in v2`, requireModule(sdk.path, node));
  },
};
