/* sql/render_state.h: what the parts of the renderer share while one statement is written.
 *
 * It knows nothing of who asked. Only render*.c include it.
 *
 * Parts append to the text and report by cq__render_fail; the first failure stays and the text is thrown away at the end,
 * so nothing in between looks at a status unless it would run on for nothing.
 */
#ifndef CQ__SQL_RENDER_STATE_H
#define CQ__SQL_RENDER_STATE_H

#include "sql/render.h"

typedef struct cq__renderer {
	const cq__dialect *dialect;
	const cq__tree *tree; /* NULL: an INSERT of objects without a statement */
	const cq__typing *typing;
	cq__buffer text;
	uint32_t *numbers;    /* for each value its placeholder's number, 0: none yet */
	uint32_t *parameters; /* as in cq__rendered */
	uint32_t parameter_count;
	uint32_t parameter_capacity;
	uint32_t row_parameter_count;
	uint32_t column_count;
	uint32_t label_depth; /* labels within labels */
	uint32_t query;       /* the STATEMENT or SUBQUERY node being written */
	bool bare_tables;     /* columns are named without their tables' schemas */
	bool reads_only;
	bool returns_rows;
	bool returning;
	cq_status status;
	cq__error *error;
} cq__renderer;

/* How tightly an expression holds together, from loosest. The databases differ on ||, so it never stands bare inside
 * arithmetic, nor arithmetic inside it. */
typedef enum cq__level {
	CQ__LEVEL_ANY, /* the program's own text */
	CQ__LEVEL_OR,
	CQ__LEVEL_AND,
	CQ__LEVEL_NOT,
	CQ__LEVEL_COMPARISON,
	CQ__LEVEL_CONCAT,
	CQ__LEVEL_SUM,
	CQ__LEVEL_PRODUCT,
	CQ__LEVEL_SIGN,
	CQ__LEVEL_ATOM
} cq__level;

__attribute__((format(printf, 3, 4))) void cq__render_fail(cq__renderer *renderer, cq_status status, const char *format,
	...);

static inline void cq__put(cq__renderer *renderer, const char *text)
{
	cq__buffer_append_text(&renderer->text, text);
}

static inline const cq_node *cq__node(const cq__renderer *renderer, uint32_t node)
{
	return &renderer->tree->nodes[node];
}

/* render.c: the placeholder of a value, of an object's column. */
void cq__render_placeholder(cq__renderer *renderer, uint32_t value);
void cq__render_row_placeholder(cq__renderer *renderer, uint32_t column);

/* render_names.c */
void cq__render_name(cq__renderer *renderer, const char *name);
void cq__render_column(cq__renderer *renderer, const cq_column *column);
void cq__render_target(cq__renderer *renderer, const cq_table *table);
void cq__render_source(cq__renderer *renderer, const cq_table *table);

/* render_expression.c: a node in parentheses if it holds together less tightly than `level`. `typed` says whether what
 * stands around it tells the database the type of a parameter. */
void cq__render_expression(cq__renderer *renderer, uint32_t node, cq__level level, bool typed);
/* The present operands from `from` on, joined by `separator`. */
void cq__render_operands(cq__renderer *renderer, uint32_t node, uint32_t from, const char *separator, cq__level level,
	bool typed);
/* Operands as one condition, joined by AND; nothing present is true. */
void cq__render_conjunction(cq__renderer *renderer, uint32_t node);
/* Whether the database sees a node's type from the node itself; whether one of its operands tells it for the others. */
bool cq__tells_type(const cq__renderer *renderer, uint32_t node);
bool cq__operands_tell_type(const cq__renderer *renderer, uint32_t node);
/* A parameter with a CAST where the dialect wants one and nothing else tells its type. */
void cq__render_value(cq__renderer *renderer, uint32_t node, bool typed);

/* render_condition.c: comparisons, IN, LIKE and the like. */
void cq__render_condition(cq__renderer *renderer, uint32_t node);

/* render_raw.c */
void cq__render_raw(cq__renderer *renderer, uint32_t node);
void cq__render_raw_sql(cq__renderer *renderer, uint32_t node);

/* render_items.c: what a SELECT or RETURNING lists. */
void cq__render_items(cq__renderer *renderer, uint32_t clause);
/* A label where an expression stands: the item that it names. */
void cq__render_label(cq__renderer *renderer, uint32_t node, cq__level level);

/* render_statement.c */
void cq__render_query(cq__renderer *renderer, uint32_t query);
void cq__render_statement(cq__renderer *renderer, uint32_t statement);

/* render_write.c: INSERT, UPDATE, DELETE. */
void cq__render_insert(cq__renderer *renderer, uint32_t statement, uint32_t clause);
void cq__render_update(cq__renderer *renderer, uint32_t statement, uint32_t clause);
void cq__render_delete(cq__renderer *renderer, uint32_t statement, uint32_t clause);
void cq__render_returning(cq__renderer *renderer, uint32_t statement);
void cq__render_object_rows(cq__renderer *renderer, const cq_table *table, const uint64_t *columns, uint32_t row_count);

#endif
