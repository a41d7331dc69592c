import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { instanceSymbols, movedSymbols } from '../../src/sdk/moved-symbols.js';
import { portablePath } from '../../src/sdk/portable-path.js';
import { removedSymbol } from '../../src/sdk/removed-symbols.js';
import { v1, v2 } from '../../src/sdk/tables.js';

const gone = new URL('../../../shared/facts/import-paths-gone.json', import.meta.url);

describe('moved symbols', () => {
  it.each([...movedSymbols, ...instanceSymbols])('%s → %s: both exist', (before, after) => {
    expect(v1.resolve(before)?.path).toBe(before);
    expect(v2.resolve(after)).toBeDefined();
  });
});

describe('portablePath', () => {
  it.each([
    ['sagemaker.s3_input', 'sagemaker.inputs.TrainingInput'],
    ['sagemaker.session.s3_input', 'sagemaker.inputs.TrainingInput'],
    ['sagemaker.session.ShuffleConfig', 'sagemaker.inputs.ShuffleConfig'],
    ['sagemaker.RealTimePredictor', 'sagemaker.predictor.Predictor'],
    ['sagemaker.predictor.RealTimePredictor', 'sagemaker.predictor.Predictor'],
    ['sagemaker.tensorflow.serving.Model', 'sagemaker.tensorflow.TensorFlowModel'],
    ['sagemaker.tensorflow.estimator.Model', 'sagemaker.tensorflow.TensorFlowModel'],
    ['sagemaker.tensorflow.serving.Predictor', 'sagemaker.tensorflow.TensorFlowPredictor'],
    ['sagemaker.fw_utils.parse_s3_url', 'sagemaker.s3.parse_s3_url'],
    ['sagemaker.model.UploadedCode', 'sagemaker.fw_utils.UploadedCode'],
    ['sagemaker.predictor.DataCaptureConfig', 'sagemaker.model_monitor.DataCaptureConfig'],
    ['sagemaker.predictor.name_from_base', 'sagemaker.utils.name_from_base'],
    ['sagemaker.model_monitor.monitoring_files.S3Downloader', 'sagemaker.s3.S3Downloader'],
    ['sagemaker.processing.S3Uploader', 'sagemaker.s3.S3Uploader'],
    ['sagemaker.amazon.kmeans.record_deserializer', 'sagemaker.amazon.common.RecordDeserializer'],
    ['sagemaker.predictor.StreamDeserializer', 'sagemaker.deserializers.StreamDeserializer'],
  ])('%s → %s', (before, after) => {
    expect(portablePath(before)).toBe(after);
  });

  it.each([
    'sagemaker.pytorch.PyTorch',
    'sagemaker.estimator.Estimator',
    'sagemaker.s3.parse_s3_url',
    'sagemaker.Session',
  ])('leaves %s alone', (path) => {
    expect(portablePath(path)).toBe(path);
  });

  it('does not take the TensorFlow Serving classes for the legacy ones of the same name', () => {
    expect(portablePath('sagemaker.tensorflow.TensorFlowModel')).toBeUndefined();
    expect(removedSymbol('sagemaker.tensorflow.model.TensorFlowPredictor')?.advice).toMatch(/TensorFlow Serving/);
  });

  it('has no path for what v1 never had', () => {
    expect(portablePath('sagemaker.get_image_uri')).toBeUndefined();
  });
});

describe('removedSymbol', () => {
  it.each([
    ['sagemaker.tensorflow.defaults.TF_VERSION', '"1.11"'],
    ['sagemaker.pytorch.defaults.PYTORCH_VERSION', '"0.4"'],
    ['sagemaker.mxnet.defaults.LATEST_VERSION', '"1.6.0"'],
    ['sagemaker.chainer.defaults.CHAINER_VERSION', '"4.1.0"'],
    ['sagemaker.sklearn.defaults.SKLEARN_LATEST_VERSION', '"0.23-1"'],
    ['sagemaker.xgboost.defaults.XGBOOST_LATEST_VERSION', '"1.0-1"'],
    ['sagemaker.content_types.CONTENT_TYPE_NPY', '"application/x-npy"'],
  ])('%s was %s', (path, value) => {
    expect(removedSymbol(path)?.replacement).toBe(value);
  });

  it('covers what is inside a removed module', () => {
    expect(removedSymbol('sagemaker.fw_registry.registry')?.advice).toMatch(/image_uris\.retrieve/);
    expect(removedSymbol('sagemaker.tensorflow.predictor.tf_serializer')).toBeDefined();
    expect(removedSymbol('sagemaker.cli.main.main')).toBeDefined();
  });

  it('says nothing about what v2 still has', () => {
    expect(removedSymbol('sagemaker.estimator.Estimator')).toBeUndefined();
    expect(removedSymbol('sagemaker.user_agent')).toBeUndefined();
    expect(removedSymbol('sagemaker.predictor._CsvSerializer')).toBeUndefined();
  });
});

describe.skipIf(!existsSync(gone))('every v1 import path that v2 lost', () => {
  const paths = existsSync(gone) ? Object.keys(JSON.parse(readFileSync(gone, 'utf8'))) : [];
  it.each(paths)('%s is moved, made by the caller, or explained', (path) => {
    const symbol = v1.resolve(path);
    expect(symbol).toBeDefined();
    const target = portablePath(path);
    if (target !== undefined) expect(v2.resolve(target)).toBeDefined();
    else expect(instanceSymbols.get(symbol?.path ?? '') ?? removedSymbol(symbol?.path ?? '')).toBeDefined();
  });
});
