import { access } from 'node:fs/promises';

/** Whether something exists at the path (a broken symbolic link doesn't). */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
