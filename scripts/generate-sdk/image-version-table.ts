import { type ImageFacts, type ImageScopeFacts, sorted, textModule } from './facts.js';

function scopeLine(framework: string, scope: string, facts: ImageScopeFacts): string {
  const aliases = new Map<string, string[]>();
  for (const [alias, version] of Object.entries(facts.aliases))
    aliases.set(version, [...(aliases.get(version) ?? []), alias]);
  const versions = sorted(Object.keys(facts.versions)).map((version) => {
    const names = [version, ...sorted(aliases.get(version) ?? [])].join('=');
    const python = facts.versions[version];
    return python ? `${names}:${python.join(',')}` : names;
  });
  return `${framework} ${scope} ${versions.join(' ')}`;
}

/** One line a framework and scope: `framework scope version=alias:py2,py3 …`; scope `any` where the image serves all. */
export function writeImageVersions(facts: Readonly<Record<string, ImageFacts>>): string {
  const lines = sorted(Object.keys(facts)).flatMap((framework) => {
    const scopes = facts[framework] ?? {};
    return sorted(Object.keys(scopes)).flatMap((scope) => {
      const entry = scopes[scope];
      if (entry === undefined || scope === 'scopes') return [];
      if (!('versions' in entry)) throw new Error(`${framework}.${scope} has no versions`);
      return [
        scopeLine(
          framework,
          scope === 'any' && Array.isArray(scopes.scopes) ? sorted(scopes.scopes).join(',') : scope,
          entry,
        ),
      ];
    });
  });
  return textModule(
    'imageVersions',
    'Versions that image_uris.retrieve of 2.257.6 accepts; format: scripts/generate-sdk/image-version-table.ts.',
    lines,
  );
}
