/* bench/main.c: reads the command line, runs the cases asked for and prints a line for each.
 *
 * It knows nothing of how a figure comes about. `sh bench/run.sh` builds and runs it; docs/benchmarks.md says how to read it.
 */
#include "bench.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

bench_options bench_option;

bool bench_fail(const char *form, ...)
{
	va_list arguments;
	va_start(arguments, form);
	fputs("bench: ", stderr);
	vfprintf(stderr, form, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	return false;
}

void bench_say(const char *form, ...)
{
	va_list arguments;
	va_start(arguments, form);
	vfprintf(stderr, form, arguments);
	fputc('\n', stderr);
	va_end(arguments);
}

static void print_usage(FILE *file)
{
	fputs("usage: cquel_bench [--tsv] [--instructions] [--nomutex] [case...]\n"
	      "  --tsv           name, cquel, hand-written and ratio, tab-separated, and nothing else\n"
	      "  --instructions  count instructions with callgrind instead of measuring time\n"
	      "  --nomutex       the hand-written side opens SQLite without its mutexes\n"
	      "cases:\n",
	    file);
	for (size_t i = 0; i < bench_case_count; i++)
		fprintf(file, "  %-21s %s\n", bench_cases[i].name, bench_cases[i].what);
}

static void print_figure(double figure, int width)
{
	if (figure < 0)
		printf("%*s", width, "-");
	else
		printf("%*.*f", width, figure < 10 ? 3 : figure < 1000 ? 1 : 0, figure);
}

static const char *unit_of(const bench_case *self)
{
	return bench_option.instructions && self->work != NULL ? "instructions" : self->unit;
}

static void print_table_line(const bench_case *self, const bench_result *result)
{
	const double at_most = bench_option.instructions ? self->at_most_instructions : self->at_most;
	const double judged = self->bar == BENCH_BAR_RATIO ? result->ratio : result->cquel;
	printf("%-21s", self->name);
	print_figure(result->cquel, 11);
	print_figure(result->hand, 13);
	print_figure(result->ratio, 8);
	printf("  %-13s", unit_of(self));
	if (at_most <= 0) {
		puts("none: see the time");
		return;
	}
	printf("%-6s at most %-5g %s\n", self->bar == BENCH_BAR_RATIO ? "ratio" : "cquel", at_most,
	    judged < 0          ? "not measured"
	    : judged <= at_most ? "yes"
	                        : "NO");
}

static void print_tsv_line(const bench_case *self, const bench_result *result)
{
	const double figures[] = { result->cquel, result->hand, result->ratio };
	fputs(self->name, stdout);
	for (int i = 0; i < 3; i++)
		if (figures[i] < 0)
			fputs("\t-", stdout);
		else
			printf("\t%.6g", figures[i]);
	putchar('\n');
}

static bool run_case(const bench_case *self)
{
	bench_result result = { -1, -1, -1 };
	bench_say("%s: %s", self->name, self->what);
	if (!self->measure(self, &result))
		return bench_fail("%s failed", self->name);
	if (bench_option.tsv)
		print_tsv_line(self, &result);
	else
		print_table_line(self, &result);
	fflush(stdout);
	return true;
}

/* The program's own file, which a child process runs again. */
static bool find_program(void)
{
	static char path[4096];
	const ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
	if (length <= 0)
		return bench_fail("/proc/self/exe cannot be read");
	path[length] = '\0';
	bench_option.program = path;
	return true;
}

/* Names that are left in argv, in order; the options are taken out. -1: an option that is not known. */
static int read_options(int argc, char **argv)
{
	int names = 0;
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--tsv") == 0)
			bench_option.tsv = true;
		else if (strcmp(argv[i], "--instructions") == 0)
			bench_option.instructions = true;
		else if (strcmp(argv[i], "--nomutex") == 0)
			bench_option.nomutex = true;
		else if (argv[i][0] == '-' && strcmp(argv[i], "--child") != 0)
			return -1;
		else
			argv[names++] = argv[i];
	return names;
}

static bool run_cases(int names, char **name)
{
	bool good = true;
	if (!bench_option.tsv)
		printf("%-21s%11s%13s%8s  %-13s%s\n", "case", "cquel", "hand-written", "ratio", "unit", "bar");
	fflush(stdout);
	if (names == 0)
		for (size_t i = 0; i < bench_case_count; i++)
			good = run_case(&bench_cases[i]) && good;
	for (int i = 0; i < names; i++) {
		char second[64];
		snprintf(second, sizeof second, "%s-memory", name[i]);
		good = run_case(bench_case_find(name[i])) && good;
		if (bench_case_find(second) != NULL)
			good = run_case(bench_case_find(second)) && good;
	}
	return good;
}

int main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		print_usage(stdout);
		return 0;
	}
	const int names = read_options(argc, argv);
	if (names < 0) {
		print_usage(stderr);
		return 2;
	}
	if (names > 0 && strcmp(argv[0], "--child") == 0)
		return bench_child(names - 1, argv + 1);
	for (int i = 0; i < names; i++)
		if (bench_case_find(argv[i]) == NULL) {
			bench_fail("there is no case %s", argv[i]);
			print_usage(stderr);
			return 2;
		}
	if (!find_program() || !bench_scratch_open())
		return 1;
	return !run_cases(names, argv);
}
