/** A field that the dry run states and the record has otherwise, because the oracle could not run what leads to it. */
interface Argued {
  /** End of the program's path. */
  readonly program: string;
  /** Operation and field, as a difference tells them. */
  readonly field: RegExp;
  readonly why: string;
}

const NO_DATA = 'the hyperparameters rest on data that the oracle does not have: it skips the statement that sets them';

const ARGUED: readonly Argued[] = [
  {
    program: 'image_classification.ipynb',
    field: /^CreateTrainingJob HyperParameters\.num_classes:/,
    why: 'the oracle skips what reads a downloaded file, and then counts no classes; the program names five',
  },
  { program: 'LDA-Introduction.ipynb', field: /^CreateTrainingJob HyperParameters:/, why: NO_DATA },
  { program: 'LDA-Science.ipynb', field: /^CreateTrainingJob HyperParameters:/, why: NO_DATA },
  {
    program: 'object2vec_multilabel_genre_classification.ipynb',
    field: /^CreateTrainingJob HyperParameters:/,
    why: NO_DATA,
  },
  {
    program: 'tensorflow_script_mode_horovod.ipynb',
    field: /^CreateTrainingJob (?:TrainingJobName|HyperParameters\.sagemaker_(?:submit_directory|job_name)|VpcConfig):/,
    why: 'the oracle has no CloudFormation stack: it skips the third estimator, and trains the second one again',
  },
];

/** Why a difference of a program is the record's; undefined for any other. */
export function argued(program: string, difference: string): string | undefined {
  return ARGUED.find((each) => program.endsWith(each.program) && each.field.test(difference))?.why;
}
