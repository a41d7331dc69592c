import { type Data, Dict, dictOf } from '../../data/value.js';
import { ifTrue, orDefault, unlessNone } from '../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import type { World } from '../world.js';
import { requestOf } from './endpoint-calls.js';

/** An object whose attributes are its arguments, and become members of a request. */
abstract class ExplainerPart extends SdkObject {
  readonly fields: Arguments;

  constructor(args: PlainArguments, world: World | undefined, defaults: Readonly<Record<string, Data>> = {}) {
    super(world);
    this.fields = { ...defaults, ...argumentsOf(args) };
  }

  override getAttribute(name: string): Data | undefined {
    return this.fields[name] ?? super.getAttribute(name);
  }

  /** SDK: `_to_request_dict`. */
  abstract toRequest(): Data;
}

/** SDK 2.257.6 explainer/explainer_config.py. */
export class ExplainerConfig extends ExplainerPart {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world);
  }

  toRequest(): Data {
    return dictOf({ ClarifyExplainerConfig: requestOf(ifTrue(this.fields.clarify_explainer_config)) });
  }
}

/** SDK 2.257.6 explainer/clarify_explainer_config.py `ClarifyExplainerConfig`. */
export class ClarifyExplainerConfig extends ExplainerPart {
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
  }

  toRequest(): Data {
    return dictOf({
      ShapConfig: requestOf(this.fields.shap_config),
      EnableExplanations: unlessNone(this.fields.enable_explanations),
      InferenceConfig: requestOf(this.fields.inference_config),
    });
  }
}

/** SDK 2.257.6 explainer/clarify_explainer_config.py `ClarifyShapConfig`. */
export class ClarifyShapConfig extends ExplainerPart {
  constructor(args: PlainArguments, world?: World) {
    super(args, world, { use_logit: false });
  }

  toRequest(): Data {
    return dictOf({
      ShapBaselineConfig: requestOf(this.fields.shap_baseline_config),
      UseLogit: orDefault(this.fields.use_logit, null),
      NumberOfSamples: unlessNone(this.fields.number_of_samples),
      Seed: unlessNone(this.fields.seed),
      TextConfig: requestOf(this.fields.text_config),
    });
  }
}

/** SDK 2.257.6 explainer/clarify_explainer_config.py `ClarifyShapBaselineConfig`. */
export class ClarifyShapBaselineConfig extends ExplainerPart {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, { mime_type: 'text/csv' });
  }

  toRequest(): Data {
    return dictOf({
      MimeType: this.fields.mime_type,
      ShapBaseline: unlessNone(this.fields.shap_baseline),
      ShapBaselineUri: unlessNone(this.fields.shap_baseline_uri),
    });
  }
}

/** SDK 2.257.6 explainer/clarify_explainer_config.py `ClarifyTextConfig`. */
export class ClarifyTextConfig extends ExplainerPart {
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
  }

  toRequest(): Data {
    return dictOf({ Language: this.fields.language, Granularity: this.fields.granularity });
  }
}

/** Members of `ClarifyInferenceConfig` by argument. */
const INFERENCE_MEMBERS: Readonly<Record<string, string>> = {
  feature_types: 'FeatureTypes',
  features_attribute: 'FeaturesAttribute',
  probability_index: 'ProbabilityIndex',
  probability_attribute: 'ProbabilityAttribute',
  label_index: 'LabelIndex',
  label_attribute: 'LabelAttribute',
  label_headers: 'LabelHeaders',
  max_payload_in_mb: 'MaxPayloadInMB',
  max_record_count: 'MaxRecordCount',
  content_template: 'ContentTemplate',
};

/** SDK 2.257.6 explainer/clarify_explainer_config.py `ClarifyInferenceConfig`. */
export class ClarifyInferenceConfig extends ExplainerPart {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, { max_payload_in_mb: 6 });
  }

  toRequest(): Data {
    const headers = ifTrue(this.fields.feature_headers);
    const made = headers === undefined ? new Dict() : dictOf({ FeatureHeaders: headers });
    for (const [name, member] of Object.entries(INFERENCE_MEMBERS)) {
      const value = unlessNone(this.fields[name]);
      if (value !== undefined) made.set(member, value);
    }
    return made;
  }
}
