/* bench/bench.h: what the parts of the benchmark program share: the cases, the two sides, the data, what is measured.
 *
 * It knows neither SQLite nor cquel: a side is a table of functions. Every file of bench/ includes it.
 */
#ifndef CQ_BENCH_H
#define CQ_BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* One row of the table both sides read and write. */
typedef struct bench_user {
	int64_t id;
	const char *username;
	const char *email;
	int32_t age;
	double balance;
	bool is_active;
	int64_t created_at; /* microseconds since 1970 */
} bench_user;

enum { BENCH_USERS = 100000, BENCH_READINGS = 5000000, BENCH_IN_FLIGHT = 64, BENCH_CONNECTIONS = 4 };

/* The rows that the data set holds, ids 1 to BENCH_USERS; the same in every run and process. */
typedef struct bench_data {
	bench_user *users;
	char *text;
} bench_data;

/* One of the two programs that are compared. Every function says on standard error what went wrong and gives false.
 * A NULL function: this side does not take part in the case. */
typedef struct bench_side {
	const char *name;
	/* The database file exists and holds the tables. NULL when it cannot be opened. data is NULL for a reading case. */
	void *(*open)(const char *path, const bench_data *data);
	void (*close)(void *side);
	/* Each key: its row into a struct of its own, strings copied; *sum grows by its age; the row is given back. */
	bool (*points)(void *side, const int64_t *keys, size_t count, uint64_t *sum);
	/* All rows into one array, strings copied. *digest, unless NULL, takes bench_digest of every row. All freed. */
	bool (*scan)(void *side, size_t *rows, uint64_t *digest);
	/* All users into the empty table, one transaction. */
	bool (*insert_bulk)(void *side);
	/* The first count users, each with a commit of its own. */
	bool (*insert_commit)(void *side, size_t count);
	/* All users into the empty table, one transaction, all keys of what was written coming back. */
	bool (*insert_returning)(void *side);
	/* As points, BENCH_IN_FLIGHT at a time where the side can; count is a multiple of that. */
	bool (*inflight)(void *side, const int64_t *keys, size_t count, uint64_t *sum);
	/* The same on BENCH_CONNECTIONS connections, so many on each; count is a multiple of all. */
	bool (*inflight_many)(void *side, const int64_t *keys, size_t count, uint64_t *sum);
	/* Every row of readings, one after the other; *sum grows by its user_id. */
	bool (*stream)(void *side, size_t *rows, uint64_t *sum);
	/* Writes objects that stand ready; *sum grows by the keys that they have then. before and after stand around each, untimed. */
	bool (*before)(void *side);
	bool (*flush)(void *side, uint64_t *sum);
	bool (*after)(void *side);
	/* Builds the point select for each key and looks its compiled form up; nothing is sent. */
	bool (*build)(void *side, const int64_t *keys, size_t count, long *allocations);
} bench_side;

/* A database and the two sides on it. `name` is of a database that is made anew: each has a path of its own, which is what
 * the sides open and what a child process is given. */
typedef struct bench_database {
	const bench_side *cquel;
	const bench_side *hand;
	/* Where a database of that name is, or would be. */
	const char *(*path)(const char *name, char path[256]);
	/* How cquel is told of a path. */
	const char *(*url)(const char *path, char url[400]);
	bool (*users)(const char *path, const bench_data *data); /* data NULL: the table stays empty */
	bool (*empty)(const char *path);
	bool (*readings)(const char *path);
	void (*drop)(const char *path);
	bool graph; /* its rows are not those of the data set: a scan gives other objects, the same on both sides */
} bench_database;

extern const bench_database bench_sqlite;
extern const bench_database bench_session_load, bench_session_flush;
extern const bench_database bench_postgres; /* on the server that CQUEL_TEST_POSTGRES names */
extern const bench_side bench_hand_sqlite, bench_cquel_sqlite, bench_hand_postgres, bench_cquel_postgres;
extern const bench_side bench_cquel_session, bench_hand_session, bench_cquel_flush, bench_cquel_bulk;

typedef struct bench_options {
	bool tsv;
	bool instructions;
	bool nomutex; /* the hand-written side opens without SQLite's mutexes */
	const char *program;
} bench_options;

extern bench_options bench_option;

/* A figure that is not there is below zero. */
typedef struct bench_result {
	double cquel;
	double hand;
	double ratio;
} bench_result;

/* What a case's bar is on. */
typedef enum bench_bar { BENCH_BAR_RATIO, BENCH_BAR_VALUE } bench_bar;

/* A case that is timed in rounds, and counted in one run a side. */
typedef struct bench_work {
	bool writes;       /* a table of its own for each side, emptied before each round */
	size_t rounds;     /* pairs of rounds, odd */
	size_t operations; /* in a round */
	size_t counted;    /* under callgrind */
	double scale;      /* what a second is in the case's unit */
	bool processor;    /* time of this process's processor, not of the clock */
	bool (*run)(const bench_side *side, void *state, const int64_t *keys, size_t operations, uint64_t *sum);
} bench_work;

typedef struct bench_case {
	const char *name;
	const char *unit;
	bench_bar bar;
	double at_most;              /* of the ratio in time, or of cquel's figure */
	double at_most_instructions; /* of the ratio in instructions; 0: there is no bar */
	bool (*measure)(const struct bench_case *self, bench_result *result);
	const bench_work *work; /* NULL for what is not timed in rounds */
	const bench_database *database; /* NULL for what has none */
	const char *what;
} bench_case;

extern const bench_case bench_cases[];
extern const size_t bench_case_count;
const bench_case *bench_case_find(const char *name);

/* cases.c */
bool bench_measure_paired(const bench_case *self, bench_result *result);

/* child.c: figures that need a process of their own */
bool bench_measure_build(const bench_case *self, bench_result *result);
bool bench_measure_stream(const bench_case *self, bench_result *result);
bool bench_measure_tasks(const bench_case *self, bench_result *result);
bool bench_count_instructions(const bench_case *self, bench_result *result);
int bench_child(int argc, char **argv);

/* Kilobytes of one line of /proc/self/status. */
double bench_memory(const char *line_name);

/* tasks.c */
bool bench_measure_switch(const bench_case *self, bench_result *result);
bool bench_run_tasks(const char *url, double *kibibytes);

/* session_cquel.c */
bool bench_measure_clean(const bench_case *self, bench_result *result);
bool bench_measure_clean_memory(const bench_case *self, bench_result *result);

/* compile.c */
bool bench_measure_compile_time(const bench_case *self, bench_result *result);
bool bench_measure_compile_size(const bench_case *self, bench_result *result);
bool bench_measure_compile_point(const bench_case *self, bench_result *result);
bool bench_measure_compile_flat(const bench_case *self, bench_result *result);
bool bench_measure_compile_schema(const bench_case *self, bench_result *result);

/* compile_sources.c: programs to compile. cquel false writes the same by hand on sqlite3; queries false leaves all but
 * the queries in. False when two of the shapes are one or writing failed. */
enum { BENCH_SHAPES = 60, BENCH_FLAT = 64, BENCH_TABLES = 50, BENCH_TABLE_COLUMNS = 100 };
bool bench_write_shapes(FILE *file, bool cquel, bool queries);
bool bench_write_points(FILE *file, bool cquel, bool queries);
bool bench_write_flat(FILE *file, bool cquel);
bool bench_write_schema(FILE *file, bool cquel);

/* data.c */
bool bench_data_make(bench_data *data);
void bench_data_release(bench_data *data);
uint64_t bench_random(uint64_t *state);
void bench_keys(int64_t *keys, size_t count, uint64_t seed);
uint64_t bench_digest(uint64_t digest, const bench_user *user);

/* Whether every row of readings was streamed. */
static inline bool bench_is_readings(size_t rows, uint64_t sum)
{
	/* Every id from 1 on is its user's id modulo 1,000. */
	return rows == BENCH_READINGS && sum == (uint64_t)BENCH_READINGS / 1000 * 499500;
}

/* scratch.c: a folder on the memory disk that is gone when the program ends, however it ends */
bool bench_scratch_open(void);
bool bench_scratch_adopt(const char *folder);
const char *bench_scratch_folder(void);
const char *bench_scratch_path(const char *name, char path[256]);

bool bench_fail(const char *form, ...) __attribute__((format(printf, 1, 2)));
void bench_say(const char *form, ...) __attribute__((format(printf, 1, 2)));
double bench_median(double *values, size_t count);

#endif
