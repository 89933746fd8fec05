/** A catalog document as people write it. */
export function catalogText(
  name: string,
  options: {
    kind?: string;
    description?: string;
    dependsOn?: string[];
    annotations?: Record<string, string>;
    spec?: string;
  } = {},
): string {
  const { kind = 'Component', description, annotations, dependsOn } = options;
  return [
    'apiVersion: backstage.io/v1alpha1',
    `kind: ${kind}`,
    'metadata:',
    `  name: ${name}`,
    ...(description ? [`  description: ${description}`] : []),
    ...(annotations
      ? [
          '  annotations:',
          ...Object.entries(annotations).map(
            ([key, value]) => `    ${key}: "${value}"`,
          ),
        ]
      : []),
    'spec:',
    ...(options.spec
      ? [options.spec]
      : ['  type: service', '  lifecycle: production', '  owner: team-shop']),
    ...(dependsOn
      ? ['  dependsOn:', ...dependsOn.map(ref => `    - ${ref}`)]
      : []),
    '',
  ].join('\n');
}
