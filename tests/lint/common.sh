# common.sh: what the checks of this folder share: the files of a tree, and how a finding is told.
#
# Sourced with root set to the tree that is checked. It knows nothing of the single checks; POSIX sh with awk.

findings=${TMPDIR:-/tmp}/cquel-lint.$$
: >"$findings"
trap 'rm -f "$findings"' EXIT

# The files that are the project's own: what git knows or would take, or else everything that is not built.
list_files() (
	cd "$root" || exit 1
	if [ -e .git ] && git ls-files >/dev/null 2>&1; then
		git ls-files --cached --others --exclude-standard
	else
		find . \( -name .git -o -path ./build \) -prune -o -type f -print | sed 's|^\./||'
	fi | sort -u | while IFS= read -r file; do
		[ -f "$file" ] && printf '%s\n' "$file"
	done
)

# finish NAME: tells the findings, one a line, and returns whether there was none.
finish() {
	if [ -s "$findings" ]; then
		cat "$findings"
		printf '%s: %s findings\n' "$1" "$(wc -l <"$findings" | tr -d ' ')"
		return 1
	fi
	printf '%s: clean\n' "$1"
}
