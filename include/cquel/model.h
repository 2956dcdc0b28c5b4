/* cquel/model.h: what a program's lists expand into: tables, columns, attributes, enums, result rows, as static data.
 *
 * The structs here are plain data that functions read; the macros that make them (CQ_MODEL, CQ_ALIAS, CQ_ENUM, CQ_ROW,
 * CQ_NEW) stand in cquel/define.h. A binding to another language fills the same structs by hand.
 */
#ifndef CQUEL_MODEL_H
#define CQUEL_MODEL_H

#include <cquel/types.h>

/* Flags of a column. */
enum {
	CQ_COLUMN_NULLABLE = 1,
	CQ_COLUMN_PRIMARY_KEY = 2,     /* alone or one of several */
	CQ_COLUMN_AUTO_INCREMENT = 4,  /* said so; a lone integer primary key without a reference is one too: CQ_COLUMN_AUTO_KEY */
	CQ_COLUMN_GENERATED = 8,       /* computed by the database: never assigned */
	CQ_COLUMN_DEFAULT = 16,        /* a constant, DEFAULT(…), or DEFAULT_CALL: CQ_NEW fills it in */
	CQ_COLUMN_DATABASE_DEFAULT = 32, /* DEFAULT_NOW, DEFAULT_SQL: CQ_NEW leaves a marker, the database fills it in */
	CQ_COLUMN_ON_UPDATE_NOW = 64,
	CQ_COLUMN_UNIQUE = 128         /* a unique constraint of its own */
};

/** One column; 16 bytes. Columns of a table stand in one array right behind the table's struct. */
typedef struct cq_column {
	const char *name;   /* as in the list, a C identifier; the attribute SQL_NAME may give another one to the database */
	uint32_t place;     /* bytes from the start of the cq_table that it belongs to: cq_column_table() goes back */
	uint8_t type;       /* cq_type */
	uint8_t flags;      /* CQ_COLUMN_… */
	uint16_t reserved;
} cq_column;

/* ATTRIBUTE(name): what stands in the attribute rows of a column. Every column opens with a COLUMN row.
 *   what          number           integer / real        first (text unless said)        second
 *   COLUMN        -                -                     -                               -
 *   LENGTH        n of VARCHAR(n), CHAR(n)
 *   PRECISION     p of DECIMAL(p,s)  s as integer
 *   ENUM          -                -                     const cq_enum *
 *   DEFAULT       cq_type of value: CQ_TYPE_BIGINT integer, CQ_TYPE_DOUBLE real, CQ_TYPE_TEXT first
 *   DEFAULT_NOW
 *   DEFAULT_SQL                                          SQL expression
 *   DEFAULT_CALL  (the function is called by CQ_NEW; nothing is said to the database)
 *   CHECK                                                SQL condition                   name or NULL
 *   REFERENCES                                           name of the table's list        name of the column
 *   ON_DELETE     cq_action
 *   ON_UPDATE     cq_action
 *   GENERATED     0 stored, 1 virtual                    SQL expression
 *   COMMENT                                              text
 *   SQL_NAME                                             name
 *   COLLATE                                              name
 *   STORED_AS     cq_storage
 *   VERSION       counts the changes of a row; a DEFAULT of 1 follows
 *   SOFT_DELETE   the moment when the row was deleted
 *   INDEXED, AUTO_INCREMENT, UNIQUE, PRIMARY_KEY: no operand
 */
/* clang-format off */
#define CQ_ATTRIBUTE_LIST(ATTRIBUTE)                                                                              \
	ATTRIBUTE(COLUMN) ATTRIBUTE(LENGTH) ATTRIBUTE(PRECISION) ATTRIBUTE(ENUM)                                      \
	ATTRIBUTE(PRIMARY_KEY) ATTRIBUTE(AUTO_INCREMENT) ATTRIBUTE(UNIQUE) ATTRIBUTE(INDEXED)                         \
	ATTRIBUTE(DEFAULT) ATTRIBUTE(DEFAULT_NOW) ATTRIBUTE(DEFAULT_SQL) ATTRIBUTE(DEFAULT_CALL) ATTRIBUTE(ON_UPDATE_NOW) \
	ATTRIBUTE(CHECK) ATTRIBUTE(REFERENCES) ATTRIBUTE(ON_DELETE) ATTRIBUTE(ON_UPDATE)                              \
	ATTRIBUTE(GENERATED) ATTRIBUTE(COMMENT) ATTRIBUTE(SQL_NAME) ATTRIBUTE(COLLATE) ATTRIBUTE(STORED_AS) \
	ATTRIBUTE(VERSION) ATTRIBUTE(SOFT_DELETE)
/* clang-format on */

#define CQ_PRIV_ATTRIBUTE_ENUM(name) CQ_ATTRIBUTE_##name,
typedef enum cq_attribute_kind { CQ_ATTRIBUTE_END, CQ_ATTRIBUTE_LIST(CQ_PRIV_ATTRIBUTE_ENUM) CQ_ATTRIBUTE_COUNT } cq_attribute_kind;
#undef CQ_PRIV_ATTRIBUTE_ENUM

/** What a foreign key does when the row it points at goes or changes its key. */
typedef enum cq_action { CQ_ACTION_NO_ACTION, CQ_ACTION_RESTRICT, CQ_ACTION_CASCADE, CQ_ACTION_SET_NULL, CQ_ACTION_SET_DEFAULT } cq_action;

/** The stored form of a column where it differs from the dialect's own choice (STORED_AS). */
typedef enum cq_storage {
	CQ_STORAGE_NATURAL,
	CQ_STORAGE_TEXT,    /* DECIMAL, DATE, TIME, TIMESTAMP, UUID, ENUM: as text */
	CQ_STORAGE_INTEGER, /* TIMESTAMP: microseconds, DATE: days, TIME: microseconds, DECIMAL: coefficient, ENUM: the number */
	CQ_STORAGE_REAL,    /* DECIMAL */
	CQ_STORAGE_BYTES    /* UUID: 16 bytes */
} cq_storage;

/** One attribute of a column, or one option of a table; the table above says which members count. */
typedef struct cq_attribute {
	uint32_t kind; /* cq_attribute_kind; CQ_ATTRIBUTE_END closes an array */
	uint32_t number;
	int64_t integer;
	double real;
	const void *first;
	const void *second;
} cq_attribute;

/* OPTION(name): options of a table, rows of the same struct.
 *   SQL_NAME, SCHEMA, COMMENT      first: text
 *   INDEX, UNIQUE                  first: const char *const * NULL-terminated column names   second: name or NULL
 *   INDEX_WHERE                    behind an INDEX or UNIQUE row: first: SQL condition of a partial index
 *   CHECK                          first: SQL condition, second: name or NULL
 *   DERIVED                        no table of the database but a query of the statement that uses it (CQ_DERIVED); first: its const cq_row_type *
 */
/* clang-format off */
#define CQ_OPTION_LIST(OPTION) \
	OPTION(SQL_NAME) OPTION(SCHEMA) OPTION(COMMENT) OPTION(INDEX) OPTION(UNIQUE) OPTION(INDEX_WHERE) OPTION(CHECK) OPTION(DERIVED)
/* clang-format on */

#define CQ_PRIV_OPTION_ENUM(name) CQ_OPTION_##name,
typedef enum cq_option_kind { CQ_OPTION_END, CQ_OPTION_LIST(CQ_PRIV_OPTION_ENUM) CQ_OPTION_COUNT } cq_option_kind;
#undef CQ_PRIV_OPTION_ENUM

/** The labels of an enum, from its list of VALUE(name) and VALUE(name, "label"). */
typedef struct cq_enum {
	const char *name;
	uint32_t count;
	const char *const *labels;
	const int32_t *values;
} cq_enum;

/** One table, or an alias of one. Its columns follow it in memory: cq_table_columns(). */
typedef struct cq_table {
	const char *name;               /* of the list; an alias: the alias's own name */
	const struct cq_table *alias_of; /* the table it is an alias of, or NULL */
	const cq_attribute *attributes; /* of all columns, in order */
	const cq_attribute *options;
	const uint32_t *offsets;        /* of each column's member in the object struct */
	const char *object;             /* name of the object struct, "User" */
	uint32_t object_size;           /* bytes */
	uint32_t column_count;
	const struct cq_relation *relations; /* relation_count of them (cquel/relation.h), or NULL */
	uint32_t relation_count;
} cq_table;

/** The columns of a table, column_count of them. */
static inline const cq_column *cq_table_columns(const cq_table *table) { return (const cq_column *)(const void *)(table + 1); }

/** The table a column belongs to (an alias's column: the alias). */
static inline const cq_table *cq_column_table(const cq_column *column) { return (const cq_table *)(const void *)((const char *)column - column->place); }

/** The index of a column in its table, from 0. */
static inline uint32_t cq_column_index(const cq_column *column) { return (uint32_t)((column->place - sizeof(cq_table)) / sizeof(cq_column)); }

/** One field of a result row. */
typedef struct cq_row_field {
	const char *name;
	uint32_t offset;    /* of the member in the row struct */
	uint8_t type;       /* cq_type; CQ_TYPE_OBJECT: a pointer to an object; CQ_TYPE_LIST: a cq_any_list of rows */
	uint8_t nullable;   /* the member can hold NULL: an optional, a pointer */
	uint16_t scale;     /* of a DECIMAL(p, s) */
	const void *detail; /* ENUM: const cq_enum *; OBJECT: const cq_table *const *; LIST: const cq_row_type *; else NULL */
} cq_row_field;

/** A result row: the struct that CQ_ROW makes from its list of FIELDs. */
typedef struct cq_row_type {
	const char *name;
	const cq_row_field *fields;
	uint32_t count;
	uint32_t size; /* of the struct, bytes */
} cq_row_type;

/** What a field LIST(R) holds: `items` points to count structs R, in the memory of the result; NULL when there are none. */
typedef struct cq_any_list {
	void *items;
	size_t count;
} cq_any_list;

CQ_BEGIN_DECLS

/** What stands in a field that the database is to fill: text and JSON members point here, bytes have it as data.
 *  The other types' markers: the least number of the member's type (INT16_MIN …, also a decimal's coefficient, a date's
 *  days, a time's and an interval's microseconds), INT64_MIN + 1 for a timestamp, a quiet NaN with payload 0xc0de for
 *  reals, sixteen 0xff for a UUID. They count as markers only in columns with DEFAULT_NOW or DEFAULT_SQL. */
CQ_API extern const char cq_default_text[];

/** Puts the marker into a member of an object: what CQ_NEW does for columns with DEFAULT_NOW or DEFAULT_SQL.
 *  type is the column's, nullable whether the member is an optional; member must be one of that type. BOOLEAN has no
 *  marker: the member is left as it is. Any thread. */
CQ_API void cq_mark_default(cq_type type, bool nullable, void *member);

CQ_END_DECLS

#endif
