# Sourced by the steps of action.yml. Inputs come as variables and never as part of a command, so that nothing in them is run.

args=()

# option NAME VALUE: where there is a value
option() {
  if [ -n "$2" ]; then args+=("$1" "$2"); fi
}

# switch NAME VALUE: where it is true
switch() {
  if [ "$2" = true ]; then args+=("$1"); fi
}

# globs NAME LINES: once for each line that is not empty
globs() {
  local line
  while IFS= read -r line; do
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    if [ -n "$line" ]; then args+=("$1" "$line"); fi
  done <<< "$2"
}

# continuity …: the named program, or the one on npm
continuity() {
  if [ -n "${PROGRAM:-}" ]; then
    node "$PROGRAM" "$@"
  else
    npx --yes "backstage-plugin-continuity-cli@${VERSION:-0.1}" "$@"
  fi
}
