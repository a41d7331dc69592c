import { concat, joinText, str, type Text } from '../../data/text.js';
import { type Data, type Dict, dictOf, itemsOf, List, Template, Unknown } from '../../data/value.js';
import { unlessNone } from '../conditions.js';
import { argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import type { World } from '../world.js';

/** What happens when a rule of the debugger fires: smdebug_rulesconfig 1.0.1 actions/actions.py. */
export abstract class RuleActions extends SdkObject {
  /** Sets the job to stop where none is given. */
  abstract useJobName(name: Data): void;
  /** The parameter `action_json`. */
  abstract serialize(): Text;
}

abstract class Action extends RuleActions {
  readonly action_parameters: Dict;

  constructor(parameters: Readonly<Record<string, Data | undefined>>, world?: World) {
    super(world);
    this.action_parameters = dictOf(parameters);
  }

  useJobName(_name: Data): void {}

  serialize(): Text {
    const members = [...this.action_parameters].map(([key, value]) => concat([`\\"${key}\\": \\"`, str(value), '\\"']));
    return concat(['{', joinText(', ', members), '}']);
  }
}

/** Stops the training job. */
export class StopTraining extends Action {
  readonly #isOwn: boolean;

  constructor(args: PlainArguments = {}, world?: World) {
    const prefix = unlessNone(argumentsOf(args).training_job_prefix);
    super({ training_job_prefix: prefix, name: 'stoptraining' }, world);
    this.#isOwn = prefix !== undefined;
  }

  override useJobName(name: Data): void {
    if (!this.#isOwn) this.action_parameters.set('training_job_prefix', name);
  }
}

/** Sends an e-mail. */
export class Email extends Action {
  constructor(args: PlainArguments, world?: World) {
    super({ endpoint: argumentsOf(args).email_address, name: 'email' }, world);
  }
}

/** Sends a text message. */
export class SMS extends Action {
  constructor(args: PlainArguments, world?: World) {
    super({ endpoint: argumentsOf(args).phone_number, name: 'sms' }, world);
  }
}

/** Several actions of one rule. */
export class ActionList extends RuleActions {
  readonly actions: List;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    this.actions = new List([...(itemsOf(argumentsOf(args).args) ?? [])]);
  }

  #known(): RuleActions[] {
    return this.actions.items.filter(isRuleAction);
  }

  useJobName(name: Data): void {
    for (const action of this.#known()) action.useJobName(name);
  }

  serialize(): Text {
    const hole = this.actions.items.find((action) => !isRuleAction(action));
    if (hole !== undefined || this.actions.open !== undefined)
      return new Template([new Unknown('actions of a rule that are not known')]);
    return concat([
      '[',
      joinText(
        ', ',
        this.#known().map((action) => action.serialize()),
      ),
      ']',
    ]);
  }
}

/** Parameters of the actions in order. */
export const ruleActionParameters: Readonly<Record<string, readonly string[]>> = {
  StopTraining: ['training_job_prefix'],
  Email: ['email_address'],
  SMS: ['phone_number'],
};

/** Whether a value is an action of a rule, or a list of them. */
export function isRuleAction(value: Data | undefined): value is RuleActions {
  return value instanceof RuleActions;
}
