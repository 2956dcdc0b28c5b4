/* bench/cquel_sqlite.c: the same work as hand_sqlite.c, as a program writes it with cquel.
 *
 * It knows nothing of sqlite3. The measuring files call it through bench_cquel; a function it lacks is not measured.
 */
#include "bench.h"

const bench_side bench_cquel = { .name = "cquel" };
