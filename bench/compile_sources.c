/* bench/compile_sources.c: writes the C files whose compilation is measured, with cquel and by hand on sqlite3.
 *
 * It knows nothing of compilers or clocks. compile.c calls it.
 */
#include "bench.h"

#include <string.h>

/* A column or condition, in both languages; joined: it needs the table posts. */
typedef struct phrase {
	const char *cquel;
	const char *sql;
	const char *bind; /* the argument bound by hand, NULL for none */
	bool joined;
} phrase;

static const phrase columns[] = {
	{ "users.id", "users.id", NULL, false },
	{ "users.username", "users.username", NULL, false },
	{ "users.email", "users.email", NULL, false },
	{ "users.age", "users.age", NULL, false },
	{ "posts.id", "posts.id", NULL, true },
	{ "users.balance", "users.balance", NULL, false },
	{ "posts.title", "posts.title", NULL, true },
	{ "users.is_active", "users.is_active", NULL, false },
	{ "posts.score", "posts.score", NULL, true },
	{ "users.created_at", "users.created_at", NULL, false },
	{ "posts.created_at", "posts.created_at", NULL, true },
};

static const phrase conditions[] = {
	{ "EQ(users.id, number)", "users.id = ?", "number", false },
	{ "EQ(users.username, text)", "users.username = ?", "text", false },
	{ "GT(posts.score, number)", "posts.score > ?", "number", true },
	{ "GE(users.age, number)", "users.age >= ?", "number", false },
	{ "users.is_active", "users.is_active", NULL, false },
	{ "EQ(posts.title, text)", "posts.title = ?", "text", true },
	{ "LT(users.balance, amount)", "users.balance < ?", "amount", false },
	{ "LIKE(users.email, text)", "users.email LIKE ?", "text", false },
	{ "LE(posts.created_at, number)", "posts.created_at <= ?", "number", true },
	{ "LE(users.created_at, number)", "users.created_at <= ?", "number", false },
	{ "GE(posts.id, number)", "posts.id >= ?", "number", true },
};

enum { COLUMNS = sizeof columns / sizeof *columns, CONDITIONS = sizeof conditions / sizeof *conditions };

static const char parameters[] = "int64_t number, const char *text, double amount";

static void write_cquel_models(FILE *file)
{
	fputs("#include <cquel.h>\n"
	      "#define users_COLUMNS(COLUMN) \\\n"
	      "\tCOLUMN(id, BIGINT, PRIMARY_KEY) \\\n"
	      "\tCOLUMN(username, VARCHAR(50), UNIQUE) \\\n"
	      "\tCOLUMN(email, VARCHAR(200)) \\\n"
	      "\tCOLUMN(age, INTEGER) \\\n"
	      "\tCOLUMN(balance, DOUBLE) \\\n"
	      "\tCOLUMN(is_active, BOOLEAN, DEFAULT(true)) \\\n"
	      "\tCOLUMN(created_at, BIGINT)\n"
	      "#define posts_COLUMNS(COLUMN) \\\n"
	      "\tCOLUMN(id, BIGINT, PRIMARY_KEY) \\\n"
	      "\tCOLUMN(author_id, BIGINT, REFERENCES(users, id), ON_DELETE(CASCADE), INDEXED) \\\n"
	      "\tCOLUMN(title, VARCHAR(200)) \\\n"
	      "\tCOLUMN(score, INTEGER) \\\n"
	      "\tCOLUMN(created_at, BIGINT)\n"
	      "CQ_MODEL(User, users)\n"
	      "CQ_MODEL(Post, posts)\n"
	      "#include <cquel/words.h>\n",
	    file);
}

static void write_hand_models(FILE *file)
{
	fputs("#include <sqlite3.h>\n#include <stdbool.h>\n#include <stdint.h>\n#include <string.h>\n"
	      "struct user { int64_t id; const char *username, *email; int32_t age; double balance; bool is_active; "
	      "int64_t created_at; };\n"
	      "struct post { int64_t id, author_id; const char *title; int32_t score; int64_t created_at; };\n"
	      "int run(sqlite3_stmt *statement);\n"
	      "int take(sqlite3_stmt *statement, struct user *user);\n",
	    file);
}

static void write_models(FILE *file, bool cquel)
{
	if (cquel)
		write_cquel_models(file);
	else
		write_hand_models(file);
}

/* The count phrases of one shape, beginning at one that differs from shape to shape. */
static void choose(const phrase *list, int length, int start, int count, bool join, const phrase *chosen[4])
{
	for (int i = start, found = 0; found < count; i++)
		if (join || !list[i % length].joined)
			chosen[found++] = &list[i % length];
}

typedef struct shape {
	int columns;
	int conditions;
	bool join;
	const phrase *column[4];
	const phrase *condition[4];
} shape;

/* 1-4 columns by 1-4 conditions, the second half with a join; where those repeat, other columns and conditions. */
static shape shape_of(int number)
{
	const int half = number % (BENCH_SHAPES / 2);
	shape made = { .columns = 1 + half % 4, .conditions = 1 + half / 4 % 4, .join = number >= BENCH_SHAPES / 2 };
	choose(columns, COLUMNS, half, made.columns, made.join, made.column);
	choose(conditions, CONDITIONS, half / 2, made.conditions, made.join, made.condition);
	return made;
}

static bool same_shape(const shape *a, const shape *b)
{
	return a->columns == b->columns && a->conditions == b->conditions && a->join == b->join &&
	       memcmp(a->column, b->column, (size_t)a->columns * sizeof *a->column) == 0 &&
	       memcmp(a->condition, b->condition, (size_t)a->conditions * sizeof *a->condition) == 0;
}

static void write_cquel_shape(FILE *file, int number, const shape *made)
{
	fprintf(file, "cq_status query_%d(cq_connection *db, %s);\n", number, parameters);
	fprintf(file, "cq_status query_%d(cq_connection *db, %s)\n{\n\t(void)number, (void)text, (void)amount;\n", number,
	    parameters);
	fputs("\treturn cq_execute(db, NULL, SQL(SELECT(", file);
	for (int i = 0; i < made->columns; i++)
		fprintf(file, "%s%s", i != 0 ? ", " : "", made->column[i]->cquel);
	fprintf(file, "), FROM(users), %sWHERE(", made->join ? "JOIN(posts, EQ(posts.author_id, users.id)), " : "");
	for (int i = 0; i < made->conditions; i++)
		fprintf(file, "%s%s", i != 0 ? ", " : "", made->condition[i]->cquel);
	fputs(")));\n}\n", file);
}

static void write_hand_bind(FILE *file, int place, const char *argument)
{
	if (strcmp(argument, "text") == 0)
		fprintf(file, "\tsqlite3_bind_text(statement, %d, text, -1, SQLITE_STATIC);\n", place);
	else
		fprintf(file, "\tsqlite3_bind_%s(statement, %d, %s);\n", strcmp(argument, "amount") == 0 ? "double" : "int64",
		    place, argument);
}

static void write_hand_open(FILE *file, int number)
{
	fprintf(file, "int query_%d(sqlite3 *db, %s);\nint query_%d(sqlite3 *db, %s)\n{\n", number, parameters, number,
	    parameters);
	fputs("\t(void)number, (void)text, (void)amount;\n\tstatic sqlite3_stmt *statement;\n"
	      "\tif (statement == NULL && sqlite3_prepare_v2(db, \"",
	    file);
}

static void write_hand_shape(FILE *file, int number, const shape *made)
{
	write_hand_open(file, number);
	fputs("SELECT ", file);
	for (int i = 0; i < made->columns; i++)
		fprintf(file, "%s%s", i != 0 ? ", " : "", made->column[i]->sql);
	fprintf(file, " FROM users%s WHERE ", made->join ? " JOIN posts ON posts.author_id = users.id" : "");
	for (int i = 0; i < made->conditions; i++)
		fprintf(file, "%s%s", i != 0 ? " AND " : "", made->condition[i]->sql);
	fputs("\", -1, &statement, NULL) != SQLITE_OK)\n\t\treturn 1;\n", file);
	for (int i = 0, place = 1; i < made->conditions; i++)
		if (made->condition[i]->bind != NULL)
			write_hand_bind(file, place++, made->condition[i]->bind);
	fputs("\treturn run(statement);\n}\n", file);
}

bool bench_write_shapes(FILE *file, bool cquel, bool queries)
{
	shape shapes[BENCH_SHAPES];
	write_models(file, cquel);
	for (int i = 0; queries && i < BENCH_SHAPES; i++) {
		shapes[i] = shape_of(i);
		for (int j = 0; j < i; j++)
			if (same_shape(&shapes[i], &shapes[j]))
				return bench_fail("shapes %d and %d are the same", j, i);
		if (cquel)
			write_cquel_shape(file, i, &shapes[i]);
		else
			write_hand_shape(file, i, &shapes[i]);
	}
	return ferror(file) == 0;
}

bool bench_write_points(FILE *file, bool cquel, bool queries)
{
	write_models(file, cquel);
	for (int i = 0; queries && i < BENCH_SHAPES; i++)
		if (cquel) {
			fprintf(file,
			    "cq_status query_%d(cq_connection *db, User **user, int64_t id);\n"
			    "cq_status query_%d(cq_connection *db, User **user, int64_t id)\n{\n"
			    "\treturn cq_one_or_none(db, User, user, SQL(SELECT_ALL(users), FROM(users), "
			    "WHERE(EQ(users.id, id))));\n}\n",
			    i, i);
		} else {
			write_hand_open(file, i);
			fputs("SELECT id, username, email, age, balance, is_active, created_at FROM users WHERE id = ?\", -1, "
			      "&statement, NULL) != SQLITE_OK)\n\t\treturn 1;\n\tsqlite3_bind_int64(statement, 1, number);\n"
			      "\tstruct user user;\n\treturn take(statement, &user);\n}\n",
			    file);
		}
	return ferror(file) == 0;
}

bool bench_write_flat(FILE *file, bool cquel)
{
	write_models(file, cquel);
	if (cquel)
		fprintf(file,
		    "cq_status flat(cq_connection *db, %s);\ncq_status flat(cq_connection *db, %s)\n{\n"
		    "\t(void)text, (void)amount;\n"
		    "\treturn cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(AND(\n",
		    parameters, parameters);
	else
		write_hand_open(file, 0), fputs("SELECT id FROM users WHERE ", file);
	for (int i = 0; i < BENCH_FLAT; i++)
		if (cquel)
			fprintf(file, "\t\tGT(users.created_at, number + %d)%s\n", i, i + 1 < BENCH_FLAT ? "," : "");
		else
			fprintf(file, "%screated_at > ?", i != 0 ? " AND " : "");
	if (cquel) {
		fputs("\t))));\n}\n", file);
		return ferror(file) == 0;
	}
	fputs("\", -1, &statement, NULL) != SQLITE_OK)\n\t\treturn 1;\n", file);
	for (int i = 0; i < BENCH_FLAT; i++)
		fprintf(file, "\tsqlite3_bind_int64(statement, %d, number + %d);\n", i + 1, i);
	fputs("\treturn run(statement);\n}\n", file);
	return ferror(file) == 0;
}

/* A column's type in a model, in SQL and in C. */
static const char *const types[][3] = {
	{ "BIGINT", "INTEGER", "int64_t" },
	{ "VARCHAR(100)", "TEXT", "const char *" },
	{ "INTEGER", "INTEGER", "int32_t" },
	{ "DOUBLE", "REAL", "double" },
	{ "BOOLEAN", "INTEGER", "bool" },
	{ "TEXT", "TEXT", "const char *" },
	{ "TIMESTAMP", "TEXT", "int64_t" },
	{ "NULLABLE(TEXT)", "TEXT", "const char *" },
	{ "SMALLINT", "INTEGER", "int16_t" },
};
enum { TYPES = sizeof types / sizeof *types };

static void write_cquel_table(FILE *file, int table)
{
	fprintf(file, "#define table_%d_COLUMNS(COLUMN) \\\n\tCOLUMN(id, BIGINT, PRIMARY_KEY)", table);
	for (int column = 1; column < BENCH_TABLE_COLUMNS; column++)
		fprintf(file, " \\\n\tCOLUMN(column_%d, %s)", column, types[(table + column) % TYPES][0]);
	fprintf(file, "\nCQ_MODEL(Table%d, table_%d)\n", table, table);
}

static void write_hand_table(FILE *file, int table)
{
	fprintf(file, "struct table_%d {\n\tint64_t id;\n", table);
	for (int column = 1; column < BENCH_TABLE_COLUMNS; column++)
		fprintf(file, "\t%s column_%d;\n", types[(table + column) % TYPES][2], column);
	fprintf(file, "};\nstatic const char table_%d_sql[] = \"CREATE TABLE table_%d(id INTEGER PRIMARY KEY\"\n", table,
	    table);
	for (int column = 1; column < BENCH_TABLE_COLUMNS; column++)
		fprintf(file, "\t\", column_%d %s\"\n", column, types[(table + column) % TYPES][1]);
	fputs("\t\")\";\n", file);
}

/* The last function touches every table, so that the compiler leaves none of the data out. */
bool bench_write_schema(FILE *file, bool cquel)
{
	fputs(cquel ? "#include <cquel.h>\n" : "#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n", file);
	for (int table = 0; table < BENCH_TABLES; table++)
		if (cquel)
			write_cquel_table(file, table);
		else
			write_hand_table(file, table);
	fputs("const void *table(int number);\nconst void *table(int number)\n{\n\tswitch (number) {\n", file);
	for (int table = 0; table < BENCH_TABLES; table++)
		fprintf(file, cquel ? "\tcase %d: return CQ_TABLE(table_%d);\n" : "\tcase %d: return table_%d_sql;\n", table,
		    table);
	fputs("\tdefault: return NULL;\n\t}\n}\n", file);
	return ferror(file) == 0;
}
