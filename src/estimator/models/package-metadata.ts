import { type Data, Dict, dictOf } from '../../data/value.js';
import { ifTrue } from '../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import type { World } from '../world.js';
import { requestOf } from './endpoint-calls.js';

/** What is told of a model package: an object whose attributes are its arguments. */
abstract class PackageMetadata extends SdkObject {
  readonly fields: Arguments;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    this.fields = argumentsOf(args);
  }

  override getAttribute(name: string): Data | undefined {
    return this.fields[name] ?? super.getAttribute(name);
  }

  /** SDK: `_to_request_dict`. */
  abstract toRequest(): Data;

  /** Members of the request by argument; an argument that is false in Python's sense is left out. */
  protected members(names: Readonly<Record<string, string>>): Dict {
    const entries = Object.entries(names).map(([name, member]) => [member, ifTrue(this.fields[name])]);
    return dictOf(Object.fromEntries(entries));
  }

  /** Groups of sources by member and argument: `ModelQuality: { Statistics: 'model_statistics' }`. */
  protected groups(
    groups: Readonly<Record<string, Readonly<Record<string, string>>>>,
    always: readonly string[],
  ): Dict {
    const made = new Dict();
    for (const [group, names] of Object.entries(groups)) {
      const entries = Object.entries(names).map(([member, name]) => [member, requestOf(this.fields[name])]);
      const part = dictOf(Object.fromEntries(entries));
      if (part.size > 0 || always.includes(group)) made.set(group, part);
    }
    return made;
  }
}

/** SDK 2.257.6 model_metrics.py `MetricsSource`. */
export class MetricsSource extends PackageMetadata {
  toRequest(): Data {
    return this.members({ content_type: 'ContentType', s3_uri: 'S3Uri', content_digest: 'ContentDigest' });
  }
}

/** SDK 2.257.6 model_metrics.py `FileSource`. */
export class FileSource extends MetricsSource {}

/** SDK 2.257.6 model_metrics.py `ModelMetrics`. */
export class ModelMetrics extends PackageMetadata {
  toRequest(): Data {
    const groups = {
      ModelQuality: { Statistics: 'model_statistics', Constraints: 'model_constraints' },
      ModelDataQuality: { Statistics: 'model_data_statistics', Constraints: 'model_data_constraints' },
      Bias: { Report: 'bias', PreTrainingReport: 'bias_pre_training', PostTrainingReport: 'bias_post_training' },
      Explainability: { Report: 'explainability' },
    };
    return this.groups(groups, ['Bias', 'Explainability']);
  }
}

/** SDK 2.257.6 drift_check_baselines.py. */
export class DriftCheckBaselines extends PackageMetadata {
  toRequest(): Data {
    const groups = {
      ModelQuality: { Statistics: 'model_statistics', Constraints: 'model_constraints' },
      ModelDataQuality: { Statistics: 'model_data_statistics', Constraints: 'model_data_constraints' },
      Bias: {
        ConfigFile: 'bias_config_file',
        PreTrainingConstraints: 'bias_pre_training_constraints',
        PostTrainingConstraints: 'bias_post_training_constraints',
      },
      Explainability: { Constraints: 'explainability_constraints', ConfigFile: 'explainability_config_file' },
    };
    return this.groups(groups, []);
  }
}

/** SDK 2.257.6 metadata_properties.py. */
export class MetadataProperties extends PackageMetadata {
  toRequest(): Data {
    return this.members({
      commit_id: 'CommitId',
      repository: 'Repository',
      generated_by: 'GeneratedBy',
      project_id: 'ProjectId',
    });
  }
}

/** SDK 2.257.6 model_life_cycle.py. */
export class ModelLifeCycle extends PackageMetadata {
  toRequest(): Data {
    return this.members({ stage: 'Stage', stage_status: 'StageStatus', stage_description: 'StageDescription' });
  }
}
