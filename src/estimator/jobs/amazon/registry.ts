import type { SdkConstructor } from '../../sdk-object.js';
import {
  FactorizationMachines,
  IPInsights,
  KMeans,
  KNN,
  LDA,
  LinearLearner,
  NTM,
  Object2Vec,
  PCA,
  RandomCutForest,
} from './algorithms.js';

/** The estimators of Amazon's algorithms, by canonical path. */
export const amazonClasses: Readonly<Record<string, SdkConstructor>> = {
  'sagemaker.amazon.factorization_machines.FactorizationMachines': FactorizationMachines,
  'sagemaker.amazon.ipinsights.IPInsights': IPInsights,
  'sagemaker.amazon.kmeans.KMeans': KMeans,
  'sagemaker.amazon.knn.KNN': KNN,
  'sagemaker.amazon.lda.LDA': LDA,
  'sagemaker.amazon.linear_learner.LinearLearner': LinearLearner,
  'sagemaker.amazon.ntm.NTM': NTM,
  'sagemaker.amazon.object2vec.Object2Vec': Object2Vec,
  'sagemaker.amazon.pca.PCA': PCA,
  'sagemaker.amazon.randomcutforest.RandomCutForest': RandomCutForest,
};
