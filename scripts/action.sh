#!/usr/bin/env bash
# The step of action.yml that runs the program. Reads INPUT_PATHS, INPUT_ARGS, INPUT_FIX and PROGRAM.
set -u

# Words with quotes, as on a command line, but nothing is run or expanded.
mapfile -t paths < <(xargs -n1 printf '%s\n' <<<"${INPUT_PATHS:-.}")
args=()
if [ -n "${INPUT_ARGS:-}" ]; then
  mapfile -t args < <(xargs -n1 printf '%s\n' <<<"$INPUT_ARGS")
fi
if [ "${INPUT_FIX:-false}" = true ]; then args+=(--no-journal); else args+=(--check); fi

code=0
node "$PROGRAM" --output-format github "${args[@]}" -- "${paths[@]}" || code=$?
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "exit-code=$code" >>"$GITHUB_OUTPUT"; fi
exit "$code"
