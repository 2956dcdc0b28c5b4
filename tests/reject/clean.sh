#!/bin/sh
# clean.sh: good code compiles without a word on every compiler, optimised or not, and units that share models link.
#
# It knows nothing of mistakes; run.sh calls it. Environment: CC_LIST. Says "file: ..." and exits 1 for what is wrong.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/cquel-clean.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
flags="-std=c11 -pedantic-errors -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Werror -fPIC -I$root/include"
failed=0

cat >"$work/compile.sh" <<'EOF'
compiler=$1 level=$2 file=$3 out=$4 flags=$5
$compiler $flags "-$level" -c "$file" -o "$out" >"$out.said" 2>&1
EOF
for compiler in ${CC_LIST:-gcc clang clang-19}; do
	for level in O0 O2; do
		for file in "$here"/clean/*.c; do
			echo "$work/compile.sh $compiler $level $file $work/$compiler-$level-$(basename "$file" .c).o '$flags'"
		done
	done
done | xargs -L 1 -P "${JOBS:-$(nproc 2>/dev/null || echo 2)}" sh

for said in "$work"/*.said; do
	if [ -s "$said" ]; then
		name=$(basename "$said" .o.said)
		echo "clean/${name##*-}.c: ${name%-*}: $(head -n 3 "$said" | tr '\n' ' ')"
		failed=1
	fi
done

# The same models in every unit: one program, each name defined once.
for compiler in ${CC_LIST:-gcc clang clang-19}; do
	for level in O0 O2; do
		"$compiler" -shared -o "$work/all.so" "$work/$compiler-$level"-*.o >"$work/said" 2>&1 ||
			{ echo "clean: $compiler $level: does not link: $(head -n 3 "$work/said" | tr '\n' ' ')"; failed=1; }
	done
done
exit $failed
