/* sql/dialect.h: what the SQL of one database looks like, as data and a few functions; one cq__dialect a database.
 *
 * It knows nothing of statements or programs. The renderer and the DDL writer read it; sqlite.c, postgres.c and mariadb.c
 * fill it.
 */
#ifndef CQ__SQL_DIALECT_H
#define CQ__SQL_DIALECT_H

#include "base/buffer.h"
#include "meta/model.h"

#include <cquel/query.h>
#include <cquel/transaction.h>

#include <stdbool.h>
#include <stdint.h>

/* clang-format off */

/* What a scanner must know of a database's lexical rules to find the ends of quotes and comments. */
enum {
	CQ__LEXICAL_NESTED_COMMENTS = 1,  /* slash-star comments nest */
	CQ__LEXICAL_DOLLAR_QUOTES = 2,    /* $tag$ text $tag$ */
	CQ__LEXICAL_ESCAPE_STRINGS = 4,   /* E'it\'s' */
	CQ__LEXICAL_BACKSLASHES = 8,      /* a backslash escapes in every string */
	CQ__LEXICAL_BRACKET_NAMES = 16,   /* [name] */
	CQ__LEXICAL_BACKTICK_NAMES = 32,  /* `name` */
	CQ__LEXICAL_QUESTION_BINDS = 64,  /* a bare ? is a parameter of the database's own */
	CQ__LEXICAL_NAME_BINDS = 128,     /* so are :name, @name and $name */
	CQ__LEXICAL_NUMBER_BINDS = 256,   /* so is $1 */
	CQ__LEXICAL_HASH_COMMENTS = 512,  /* # to the end of the line */
	CQ__LEXICAL_DASHES_BLANK = 1024,  /* -- starts a comment only before a blank or the end: 5--3 is 8 */
	CQ__LEXICAL_RUN_COMMENTS = 2048,  /* the database runs what stands between slash-star-! and star-slash */
};

/* What a database can and cannot do. */
enum {
	CQ__DIALECT_TYPED_VALUES = 1,            /* parameters have types, inferred from the text: CAST where it cannot tell */
	CQ__DIALECT_ILIKE = 2,                   /* else LOWER on both sides of LIKE */
	CQ__DIALECT_DECIMAL_DIVIDES_WHOLE = 4,   /* a DECIMAL may be stored as an integer and then divides like one */
	CQ__DIALECT_DECIMAL_MODULO = 8,          /* % takes DECIMAL */
	CQ__DIALECT_ARRAYS_OF_BYTES = 16,        /* a run-time array can hold BYTES */
	CQ__DIALECT_TRUSTS_SELECT = 32,          /* a SELECT of the program's own text cannot write */
	CQ__DIALECT_LONE_KEY_IS_ROWID = 64,      /* an INTEGER PRIMARY KEY counts by itself, and nothing else can */
	CQ__DIALECT_LATE_REFERENCES = 128,       /* a REFERENCES may name a table that is not there yet */
	CQ__DIALECT_COMMENTS = 256,              /* COMMENT ON */
	CQ__DIALECT_VIRTUAL_COLUMNS = 512,       /* GENERATED … VIRTUAL */
	CQ__DIALECT_SCHEMA_IS_FILE = 1024,       /* an index stands in its table's schema by its own name; references never leave it */
	CQ__DIALECT_TIME_ZONES = 2048,           /* a TIMESTAMP is written with its time zone */
	CQ__DIALECT_COUNTS_MARKS = 4096,         /* a placeholder without a number is the next parameter */
	CQ__DIALECT_REPEATS_VALUES = 8192,       /* no placeholder has a number: a value that comes again is one more parameter */
	CQ__DIALECT_TYPED_MOMENTS = 16384,       /* a parameter that is a date or a time is a text unless it is CAST */
	CQ__DIALECT_ROWS_AS_VALUES = 32768,      /* a list of rows behind IN is a VALUES */
	CQ__DIALECT_FILTER = 65536,              /* FILTER (WHERE …) behind an aggregate; else a CASE inside it */
	CQ__DIALECT_ORDERED_AGGREGATES = 131072, /* ORDER BY inside STRING_AGG and JSON_AGG */
	CQ__DIALECT_LIST_WINDOWS = 262144,       /* STRING_AGG and JSON_AGG take an OVER */
	CQ__DIALECT_FRAME_VALUES = 524288,       /* the bounds of a frame may be parameters */
	CQ__DIALECT_FRAME_GROUPS = 1048576,
	CQ__DIALECT_PADS_CHARS = 4194304,        /* a CHAR comes back filled up with blanks, which do not count when it is compared */
	CQ__DIALECT_LAG_OTHERWISE = 2097152,     /* LAG and LEAD take a third operand */
	CQ__DIALECT_AVERAGES_DECIMAL = 8388608,  /* AVG of whole numbers and DECIMAL is a short DECIMAL: its operand is made a DOUBLE */
	CQ__DIALECT_CASTS_CLIP = 33554432,       /* a CAST cuts what is too large down silently, DIV fails: SUM of whole numbers is DIV 1 */
	CQ__DIALECT_LOSES_FILTER = 67108864,     /* FILTER of MIN and MAX is not heeded where the start of the frame moves */
	CQ__DIALECT_ROWS_AS_ARRAYS = 134217728,  /* INSERT … SELECT … FROM unnest(…); its driver sends arrays */
	CQ__DIALECT_COPIES_ROWS = 268435456,     /* COPY … FROM STDIN (FORMAT binary), likewise */
	CQ__DIALECT_TELLS_KEY = 536870912,       /* its library tells the automatic key of an INSERT of one row without RETURNING */
	CQ__DIALECT_DERIVED_SEES_OUTSIDE = 16777216, /* a query in FROM may use the tables around its own query */
};

/* What its CREATE TABLE and CREATE INDEX can say. */
enum {
	CQ__DEFINES_PARTIAL_INDEXES = 1,     /* CREATE INDEX … WHERE */
	CQ__DEFINES_SET_DEFAULT = 2,         /* ON DELETE SET DEFAULT, ON UPDATE SET DEFAULT */
	CQ__DEFINES_GENERATED_NULLS = 4,     /* NOT NULL of a generated column; else a CHECK says it */
	CQ__DEFINES_JSON_BY_CHECK = 8,       /* JSON is a text that a CHECK looks at */
	CQ__DEFINES_INLINE_COMMENTS = 16,    /* COMMENT inside CREATE TABLE */
	CQ__DEFINES_LATE_IF_NOT_EXISTS = 32, /* ADD FOREIGN KEY IF NOT EXISTS, DROP FOREIGN KEY */
	CQ__DEFINES_KEYED_COUNTERS = 64,     /* AUTO_INCREMENT only for one column a table, the first one of a key */
	CQ__DEFINES_NAMES_BY_CHARACTER = 128, /* name_limit counts characters, not bytes */
	CQ__DEFINES_HOME_REFERENCES = 256,   /* a table without a schema is looked for in the schema of the one that refers to it */
};

/* Which clauses it has. */
enum {
	CQ__CLAUSES_LATERAL = 1,
	CQ__CLAUSES_FULL_JOIN = 2,
	CQ__CLAUSES_DISTINCT_ON = 4,
	CQ__CLAUSES_LOCKS = 8,               /* FOR UPDATE */
	CQ__CLAUSES_LOCKS_OF_TABLES = 16,    /* FOR UPDATE OF a, b */
	CQ__CLAUSES_INTERSECT_FIRST = 32,    /* INTERSECT binds more tightly than UNION and EXCEPT */
	CQ__CLAUSES_RECURSIVE_LIMIT = 64,    /* ORDER BY and LIMIT in a recursive query */
	CQ__CLAUSES_LIMITED_LISTS = 128,     /* LIMIT in the query of an IN */
	CQ__CLAUSES_LIMIT_EXPRESSIONS = 256, /* LIMIT takes more than a number */
	CQ__CLAUSES_WITH_WRITES = 512,       /* WITH before INSERT, UPDATE and DELETE */
	CQ__CLAUSES_ON_CONFLICT = 1024,      /* else ON DUPLICATE KEY UPDATE, which any key sets off */
	CQ__CLAUSES_UPDATE_FROM = 2048,      /* else UPDATE a JOIN b SET */
	CQ__CLAUSES_DELETE_USING = 4096,
	CQ__CLAUSES_DELETE_ROWS = 8192,      /* else DELETE … WHERE rowid IN; without both DELETE a FROM a JOIN b */
	CQ__CLAUSES_RETURNING_UPDATED = 16384,
	CQ__CLAUSES_ASSIGNS_AT_ONCE = 32768, /* the values of all SETs are those of before */
	CQ__CLAUSES_READS_WRITTEN = 65536,   /* an UPDATE or DELETE that joins may have a subquery over its table */
	CQ__CLAUSES_NULLS_ORDER = 131072,    /* NULLS FIRST, NULLS LAST; else a key in front says it */
};

/* What is asked of a dialect's `expression`. */
typedef struct cq__asked {
	cq_operator op;
	uint8_t flags;   /* of the node: cq_unit, the scale of a CAST */
	uint8_t count;   /* operands that are there */
	cq_type result;
	cq_type operand; /* of the first one; JSON_OBJECT, JSON_ARRAY, COLLECT: of one value within */
} cq__asked;

/* How a transaction begins: one of the first two, and what was asked for behind it. */
typedef struct cq__beginning {
	const char *write, *read;       /* one that may write, one that only reads */
	const char *isolation[CQ_ISOLATION_SERIALIZABLE + 1]; /* by cq_isolation; "" where it has that anyway, NULL: cannot be asked for */
	const char *read_only;
	const char *deferrable;
	cq_isolation least;             /* what each transaction has, whatever was asked for */
	bool remote;                    /* a server may stop answering: what undoes has a deadline, too */
} cq__beginning;

typedef struct cq__dialect {
	const char *name;               /* "sqlite" */
	cq__beginning begin;
	uint32_t abilities;             /* CQ__DIALECT_… */
	uint32_t lexical;               /* CQ__LEXICAL_… */
	uint32_t defines;               /* CQ__DEFINES_… */
	uint32_t clauses;               /* CQ__CLAUSES_… */
	uint32_t name_limit;            /* bytes or characters of an identifier, 0: no limit */
	char quote;                     /* of identifiers */
	char placeholder;               /* before the parameter's number, if that is written */
	const char *true_text, *false_text;
	const char *concat_operator;    /* NULL: CONCAT(a, b) */
	const char *whole_division;     /* between whole numbers */
	const char *distinct[2];        /* IS DISTINCT FROM, which may be NULL: NOT of the other; IS NOT DISTINCT FROM */
	const char *bytewise[2];        /* around a text that shall compare byte by byte where no column says so, or NULL */
	const char *list[2];            /* COLLECT: the function that makes one array of many rows, and the one that makes a row */
	const char *string_agg;         /* "STRING_AGG(", or NULL: GROUP_CONCAT, whose separator is no expression */
	const char *json_agg[2];        /* around the call of JSON_AGG; NULL over no rows */
	uint64_t text_types;            /* bit per cq_type: what is stored as text anyway */
	const char *no_limit;           /* LIMIT clause when there is only an OFFSET; "" for none */
	const char *default_values;     /* an INSERT that gives no column */
	const char *cross_join;         /* between two tables */
	const char *lock_share;         /* FOR SHARE */
	const char *excluded[2];        /* around a column of the row that was to be inserted */
	const char *in_array[3];        /* before and behind the array's placeholder, the needle standing before; where there is
	                                   a third part, array_type stands before it */
	const char *not_in_array[3];
	const char *bytes_literal[2];   /* around hexadecimal digits */
	const char *before_drop;        /* sent first when tables that refer to each other in a ring are dropped, or NULL */
	const char *automatic_key;      /* behind the type of a key that counts by itself, NOT NULL included */
	const char *table_options;      /* behind the parentheses of CREATE TABLE */
	uint32_t index_prefix;          /* an index keeps this many characters or bytes of an endless column, 0: all */
	uint64_t unordered_types;       /* bit per cq_type: MIN and MAX do not take it */

	/* The type that a column is declared with. */
	void (*append_column_type)(cq__buffer *buffer, const cq_column *column);
	/* The type to CAST a parameter to; "" when there is none. column may be NULL. */
	const char *(*cast_type)(cq_type type, const cq_column *column);
	/* The type an aggregate must be cast to so that it is what cquel says it is, or NULL. */
	const char *(*aggregate_cast)(cq_type operand, cq_type result, bool average);
	/* The text of an operator, with marks for its operands as cq__render_template takes them; NULL: there is no such thing. */
	const char *(*expression)(const cq__asked *asked);
	/* The present moment, for DEFAULT_NOW and ON_UPDATE_NOW of a DATE, TIME or TIMESTAMP column. */
	const char *(*now)(cq_type type, cq_storage storage);
	/* What the columns of a recursive query are cast to, for a type that its first rows alone decide on; NULL: no cast. */
	const char *(*recursive_type)(cq_type type);
	/* The type of the elements of a run-time array that is written as in_array[2] says; NULL: there is no such array. */
	const char *(*array_type)(cq_type type, const cq_column *column);
	/* Whether a column's type is too long for a key; NULL: none is. */
	bool (*is_endless)(const cq_column *column);
} cq__dialect;

/* clang-format on */

/* The `expression` of each: functions_sqlite.c, functions_postgres.c, functions_mariadb.c. */
const char *cq__sqlite_expression(const cq__asked *asked);
const char *cq__postgres_expression(const cq__asked *asked);
const char *cq__mariadb_expression(const cq__asked *asked);

extern const cq__dialect cq__dialect_sqlite;
extern const cq__dialect cq__dialect_postgres;
extern const cq__dialect cq__dialect_mariadb;

/* Whether a dialect has an ability. */
static inline bool cq__dialect_can(const cq__dialect *dialect, uint32_t ability)
{
	return (dialect->abilities & ability) != 0;
}

static inline bool cq__dialect_has(const cq__dialect *dialect, uint32_t clause)
{
	return (dialect->clauses & clause) != 0;
}

static inline bool cq__dialect_defines(const cq__dialect *dialect, uint32_t what)
{
	return (dialect->defines & what) != 0;
}

/* The longest text of cq__sql_begin, with the NUL. */
enum { CQ__LONGEST_BEGIN = 96 };

/* begin.c: the statement that begins a transaction, which may stand in `text`. NULL: the dialect has no words for the level
 * that is asked for. */
const char *cq__sql_begin(const cq__dialect *dialect, const cq_transaction_options *options, char text[CQ__LONGEST_BEGIN]);

/* ---- names and literals (names.c) --------------------------------------------------------------------------------- */

/* An identifier in quotes, quotes in it doubled. */
void cq__sql_name(const cq__dialect *dialect, cq__buffer *buffer, const char *name);
/* A text literal, quotes in it doubled (and backslashes, where they escape). */
void cq__sql_text_literal(const cq__dialect *dialect, cq__buffer *buffer, const char *text);

/* The length of a name as the dialect's limit counts it. */
size_t cq__sql_name_length(const cq__dialect *dialect, const char *name);
/* The storage a column asks for. */
cq_storage cq__sql_storage(const cq_column *column);
/* "schema"."table" */
void cq__sql_table(const cq__dialect *dialect, cq__buffer *buffer, const cq_table *table);
/* Appends a name of several parts joined by "_", shortened with a hash when it is longer than the dialect allows. */
void cq__sql_constraint_name(const cq__dialect *dialect, cq__buffer *buffer, const char *const *parts, uint32_t count);

#endif
