import { fileURLToPath } from 'node:url';
import { type InterfaceDeclaration, Node, Project, type SourceFile, SyntaxKind, type TypeNode } from 'ts-morph';
import { sorted } from '../generate-sdk/facts.js';

const clients = ['client-sagemaker', 'client-sagemaker-runtime'].map((name) =>
  fileURLToPath(new URL(`../../node_modules/@aws-sdk/${name}/dist-types/models/*.d.ts`, import.meta.url)),
);

/** The operations that the SDK sends, and the types of their requests. */
const operations: Readonly<Record<string, string>> = {
  CreateAlgorithm: 'CreateAlgorithmInput',
  CreateAutoMLJob: 'CreateAutoMLJobRequest',
  CreateCompilationJob: 'CreateCompilationJobRequest',
  CreateEndpoint: 'CreateEndpointInput',
  CreateEndpointConfig: 'CreateEndpointConfigInput',
  CreateHyperParameterTuningJob: 'CreateHyperParameterTuningJobRequest',
  CreateLabelingJob: 'CreateLabelingJobRequest',
  CreateModel: 'CreateModelInput',
  CreateModelPackage: 'CreateModelPackageInput',
  CreateModelPackageGroup: 'CreateModelPackageGroupInput',
  CreateMonitoringSchedule: 'CreateMonitoringScheduleRequest',
  CreateProcessingJob: 'CreateProcessingJobRequest',
  CreateTrainingJob: 'CreateTrainingJobRequest',
  CreateTransformJob: 'CreateTransformJobRequest',
  DeleteEndpoint: 'DeleteEndpointInput',
  DeleteEndpointConfig: 'DeleteEndpointConfigInput',
  DeleteModel: 'DeleteModelInput',
  InvokeEndpoint: 'InvokeEndpointInput',
  UpdateEndpoint: 'UpdateEndpointInput',
  UpdateEndpointWeightsAndCapacities: 'UpdateEndpointWeightsAndCapacitiesInput',
};

interface Declarations {
  readonly interfaces: ReadonlyMap<string, InterfaceDeclaration>;
  /** The values of an enum as they are written, by its name. */
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

function declarationsOf(files: readonly SourceFile[]): Declarations {
  const interfaces = files.flatMap((file) => file.getInterfaces()).map((each) => [each.getName(), each] as const);
  const enums = files
    .flatMap((file) => file.getVariableDeclarations())
    .map(
      (each) =>
        [
          each.getName(),
          each.getDescendantsOfKind(SyntaxKind.LiteralType).map((one) => one.getText().replaceAll('"', "'")),
        ] as const,
    );
  const numbers = files
    .flatMap((file) => file.getEnums())
    .map((each) => [each.getName(), each.getMembers().map((one) => String(one.getValue()))] as const);
  return { interfaces: new Map(interfaces), enums: new Map([...enums, ...numbers]) };
}

/** The types of the requests, and of what is in them, by name. */
function collect(declarations: Declarations): Map<string, string> {
  const made = new Map<string, string>();
  const add = (name: string): void => {
    if (made.has(name)) return;
    made.set(name, '');
    const values = declarations.enums.get(name);
    if (values !== undefined) {
      const line = `export type ${name} = ${sorted(values).join(' | ')};`;
      const lines = [`export type ${name} =`, ...sorted(values).map((value) => `  | ${value}`)].join('\n');
      made.set(name, line.length > LINE_WIDTH ? `${lines};` : line);
      return;
    }
    const declaration = declarations.interfaces.get(name);
    if (declaration === undefined) throw new Error(`${name} is not a type that the generator knows`);
    const members = declaration.getProperties().map((property) => {
      const node = property.getTypeNodeOrThrow();
      for (const reference of [node, ...node.getDescendants()].filter(Node.isTypeReference)) {
        const target = reference.getTypeName().getText();
        if (!BUILT_IN.includes(target)) add(target);
      }
      const isOptional = property.hasQuestionToken();
      const type = isOptional ? node.getText() : withoutUndefined(node);
      return `  readonly ${property.getName()}${isOptional ? '?' : ''}: ${type.replace(/(\w+)\[\]/g, 'readonly $1[]')};`;
    });
    const lines = [`export interface ${name} {`, ...members, '}'];
    made.set(name, members.length === 0 ? `export type ${name} = Record<string, never>;` : lines.join('\n'));
  };
  for (const name of Object.values(operations)) add(name);
  return made;
}

/** Of biome.json: what is generated is formatted as everything else. */
const LINE_WIDTH = 120;

const BUILT_IN: readonly string[] = ['Record', 'Date', 'Uint8Array'];

/** The AWS SDK writes what is required as `T | undefined`. */
function withoutUndefined(node: TypeNode): string {
  if (!Node.isUnionTypeNode(node)) return node.getText();
  return node
    .getTypeNodes()
    .map((each) => each.getText())
    .filter((text) => text !== 'undefined')
    .join(' | ');
}

/** The types of the requests as the AWS SDK for JavaScript states them; nothing of it is loaded at run time. */
export function writeRequestTypes(): string {
  const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
  const types = collect(declarationsOf(project.addSourceFilesAtPaths(clients)));
  const names = sorted(Object.keys(operations));
  return [
    '// Generated by scripts/generate-aws.ts from @aws-sdk/client-sagemaker and @aws-sdk/client-sagemaker-runtime. Do not edit.',
    '',
    '/** The requests of the operations that the SDK sends. */',
    'export interface Requests {',
    ...names.map((name) => `  readonly ${name}: ${operations[name]};`),
    '}',
    '',
    ...sorted(types.keys()).map((name) => `${types.get(name)}\n`),
  ].join('\n');
}
