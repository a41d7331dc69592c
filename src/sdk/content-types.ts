/** Values of the constants in v1's content_types.py, by canonical path. */
export const contentTypes: Readonly<Record<string, string>> = {
  'sagemaker.content_types.CONTENT_TYPE_JSON': 'application/json',
  'sagemaker.content_types.CONTENT_TYPE_CSV': 'text/csv',
  'sagemaker.content_types.CONTENT_TYPE_OCTET_STREAM': 'application/octet-stream',
  'sagemaker.content_types.CONTENT_TYPE_NPY': 'application/x-npy',
};
