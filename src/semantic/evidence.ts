/**
 * What a statement about a name rests on, strongest first: an import, an assignment of something imported, an
 * annotation, or nothing but the name itself.
 */
export type Evidence = 'import' | 'assignment' | 'annotation' | 'name';
