/* bench/compile.c: what compiling statements and models costs: runs the C compiler on written files.
 *
 * It knows nothing of what stands in those files (compile_sources.c writes them). The list of cases calls it.
 */
#include "bench.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPEATS = 3 };

typedef bool (*writer)(FILE *file, bool cquel, bool queries);

/* BENCH_CC names another compiler than gcc. */
static const char *compiler(void)
{
	const char *const named = getenv("BENCH_CC");
	return named != NULL && *named != '\0' ? named : "gcc";
}

/* Compiles (or with preprocess only expands) a file; the compiler's errors are shown, and its own CPU time is given. */
static bool compile(const char *source, bool preprocess, double *seconds)
{
	char object[256];
	bench_scratch_path(preprocess ? "source.i" : "source.o", object);
	fflush(NULL);
	const pid_t process = fork();
	if (process == 0) {
		if (preprocess)
			execlp(compiler(), compiler(), "-std=c11", "-I", CQ_BENCH_SOURCE_DIR "/include", "-E", "-P", source, "-o",
			    object, (char *)NULL);
		else
			execlp(compiler(), compiler(), "-std=c11", "-O2", "-I", CQ_BENCH_SOURCE_DIR "/include", "-c", source, "-o",
			    object, (char *)NULL);
		bench_fail("%s cannot be started", compiler());
		_exit(127);
	}
	int status = 0;
	struct rusage usage;
	if (process < 0 || wait4(process, &status, 0, &usage) != process || status != 0)
		return bench_fail("%s does not compile %s (status %d)", compiler(), source, status);
	*seconds = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
	return true;
}

static bool preprocessed_size(const char *source, double *bytes)
{
	char output[256];
	double seconds;
	struct stat status;
	if (!compile(source, true, &seconds) || stat(bench_scratch_path("source.i", output), &status) != 0)
		return false;
	*bytes = (double)status.st_size;
	return true;
}

static bool write_source(const char *name, writer write, bool cquel, bool queries, char path[256])
{
	FILE *const file = fopen(bench_scratch_path(name, path), "w");
	if (file == NULL)
		return bench_fail("%s cannot be written", path);
	const bool good = write(file, cquel, queries);
	return (fclose(file) == 0 && good) || bench_fail("%s was not written well", path);
}

/* The median over pairs of the file's time less that of the same file without its queries. */
static bool time_queries(writer write, bool cquel, double *milliseconds)
{
	char source[256];
	char base[256];
	double each[REPEATS];
	if (!write_source("source.c", write, cquel, true, source) || !write_source("base.c", write, cquel, false, base))
		return false;
	for (int i = 0; i < REPEATS; i++) {
		double whole;
		double without;
		if (!compile(base, false, &without) || !compile(source, false, &whole))
			return false;
		each[i] = (whole - without) * 1000 / BENCH_SHAPES;
	}
	*milliseconds = bench_median(each, REPEATS);
	return true;
}

static bool size_queries(writer write, bool cquel, double *kilobytes)
{
	char source[256];
	char base[256];
	double whole;
	double without;
	if (!write_source("source.c", write, cquel, true, source) || !write_source("base.c", write, cquel, false, base) ||
	    !preprocessed_size(source, &whole) || !preprocessed_size(base, &without))
		return false;
	*kilobytes = (whole - without) / 1000 / BENCH_SHAPES;
	return true;
}

static bool write_flat(FILE *file, bool cquel, bool queries)
{
	(void)queries;
	return bench_write_flat(file, cquel);
}

static bool write_schema(FILE *file, bool cquel, bool queries)
{
	(void)queries;
	return bench_write_schema(file, cquel);
}

static bool time_file(writer write, bool cquel, double *seconds)
{
	char source[256];
	double each[REPEATS];
	if (!write_source("source.c", write, cquel, true, source))
		return false;
	for (int i = 0; i < REPEATS; i++)
		if (!compile(source, false, &each[i]))
			return false;
	*seconds = bench_median(each, REPEATS);
	return true;
}

/* The ratio is for information: the bar is on cquel's figure. */
static bool measure_both(bool (*measure)(writer, bool, double *), writer write, bench_result *result)
{
	if (!measure(write, true, &result->cquel) || !measure(write, false, &result->hand))
		return false;
	if (result->hand > 0)
		result->ratio = result->cquel / result->hand;
	return true;
}

bool bench_measure_compile_time(const bench_case *self, bench_result *result)
{
	(void)self;
	return measure_both(time_queries, bench_write_shapes, result);
}

bool bench_measure_compile_size(const bench_case *self, bench_result *result)
{
	(void)self;
	return measure_both(size_queries, bench_write_shapes, result);
}

bool bench_measure_compile_point(const bench_case *self, bench_result *result)
{
	(void)self;
	return measure_both(time_queries, bench_write_points, result);
}

bool bench_measure_compile_flat(const bench_case *self, bench_result *result)
{
	(void)self;
	return measure_both(time_file, write_flat, result);
}

bool bench_measure_compile_schema(const bench_case *self, bench_result *result)
{
	(void)self;
	return measure_both(time_file, write_schema, result);
}
