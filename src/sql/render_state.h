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

/* What a query's columns are to be, because of what the query stands in. */
typedef struct cq__naming {
	uint32_t query;        /* whose columns, or the VALUES_AS */
	const cq_table *table; /* the derived table that they are the columns of; NULL: of none, and they are numbered */
	bool labels;           /* they are written with those names */
	bool recursive;        /* what the first rows are decides what the others must be */
} cq__naming;

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
	const cq__naming *naming;  /* of the innermost query that has one, or NULL */
	const cq_table *shielded;  /* its subqueries may not read it as it is: see cq__render_source */
	bool within_call;     /* in the ORDER BY of a function or of its OVER, where no label is known */
	bool bare_tables;     /* columns are named without their tables' schemas */
	bool locks;           /* rows, until the transaction ends */
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

/* render.c: whether more can be written: nothing has failed, and the text is none that no database takes. Operands that are
 * written several times make a text grow with the power of their depth, so whatever repeats one asks. */
bool cq__render_goes_on(cq__renderer *renderer);

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
/* Keeps an object's column as a parameter without writing anything. */
void cq__keep_row_parameter(cq__renderer *renderer, uint32_t column);

/* render_names.c */
void cq__render_name(cq__renderer *renderer, const char *name);
void cq__render_column(cq__renderer *renderer, const cq_column *column);
void cq__render_target(cq__renderer *renderer, const cq_table *table);
/* The table that a FROM, USING or join reads. */
void cq__render_source(cq__renderer *renderer, uint32_t clause);

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

/* render_template.c: the text of a dialect's `expression`. {1} is the first operand, written by `fill` (mark '1'); {1i} the same as
 * an INTEGER; {s} the scale. An operand that is not alone between parentheses or commas is written as an atom. */
typedef void cq__fill(cq__renderer *renderer, void *context, char mark, cq__level level, bool integer);
void cq__render_template(cq__renderer *renderer, const char *text, cq__fill *fill, void *context);
/* An argument of a function; `integer`: cast to INTEGER where it is another type. */
void cq__render_argument(cq__renderer *renderer, uint32_t node, cq__level level, bool integer);
/* render_form.c: fails when `what` looks into a column that is stored in another form; when operands that are compared or of
 * which one is chosen, a SET and its column, or two arms of a UNION are stored in different forms. */
void cq__check_form(cq__renderer *renderer, uint32_t node, const char *what);
void cq__check_one_form(cq__renderer *renderer, uint32_t node);
void cq__check_assigned_form(cq__renderer *renderer, uint32_t set);
void cq__check_combined_form(cq__renderer *renderer, const cq__typed *first, const cq__typed *other);

/* render_function.c */
void cq__render_function(cq__renderer *renderer, uint32_t node);
void cq__render_named_function(cq__renderer *renderer, uint32_t node);

/* render_choice.c */
void cq__render_case(cq__renderer *renderer, uint32_t node);
/* The value of a CASE_WHEN or ELSE. */
uint32_t cq__branch_of_case(const cq__renderer *renderer, uint32_t branch);
/* The value of the ELSE when that is all that is left of a CASE, else CQ__NO_NODE. */
uint32_t cq__case_otherwise(const cq__renderer *renderer, uint32_t node);
void cq__render_tuple(cq__renderer *renderer, uint32_t node, bool typed);
void cq__render_along(cq__renderer *renderer, uint32_t node);

/* render_relation.c */
/* An ALONG over a relation. */
void cq__render_along_relation(cq__renderer *renderer, uint32_t node);
/* The table of a join that goes through an association: both, joined, in parentheses. */
void cq__render_through(cq__renderer *renderer, uint32_t clause);

/* render_json.c */
void cq__render_json_path(cq__renderer *renderer, uint32_t node);
void cq__render_json_made(cq__renderer *renderer, uint32_t node);
/* A value as it stands inside JSON. */
void cq__render_json_value(cq__renderer *renderer, uint32_t node);
void cq__render_collect(cq__renderer *renderer, uint32_t node);

/* render_aggregate.c: `condition` is that of a FILTER, `over` the OVER; CQ__NO_NODE: none. */
bool cq__renders_aggregate(cq_operator op);
void cq__render_aggregate(cq__renderer *renderer, uint32_t node, uint32_t condition, uint32_t over);
void cq__render_filter(cq__renderer *renderer, uint32_t node, uint32_t over);

/* render_window.c */
void cq__render_over(cq__renderer *renderer, uint32_t node);
/* " OVER (…)" */
void cq__render_window(cq__renderer *renderer, uint32_t over);
/* "ORDER BY …" inside a function's call or its OVER. */
void cq__render_window_order(cq__renderer *renderer, uint32_t order);

/* render_condition.c: comparisons, IN, LIKE and the like; NULLIF, which compares. */
void cq__render_condition(cq__renderer *renderer, uint32_t node);
void cq__render_nullif(cq__renderer *renderer, uint32_t node);

/* render_raw.c */
void cq__render_raw(cq__renderer *renderer, uint32_t node);
void cq__render_raw_sql(cq__renderer *renderer, uint32_t node);

/* render_items.c: what a SELECT or RETURNING lists. */
void cq__render_items(cq__renderer *renderer, uint32_t clause);
/* A label where an expression stands: the item that it names. */
void cq__render_label(cq__renderer *renderer, uint32_t node, cq__level level);
/* A label where the database takes a name. */
void cq__render_label_name(cq__renderer *renderer, uint32_t node);

/* render_statement.c */
void cq__render_query(cq__renderer *renderer, uint32_t query);
void cq__render_statement(cq__renderer *renderer, uint32_t statement);
/* What stands behind the items of a query, from FROM on. `conditional`: there must be a WHERE. */
void cq__render_tail(cq__renderer *renderer, uint32_t query, bool conditional);
/* " ORDER BY " and the present orderings of an ORDER_BY; of none, nothing. */
void cq__render_orderings(cq__renderer *renderer, uint32_t clause);

/* render_joins.c */
/* " FROM " and the tables of a query with their joins. */
void cq__render_joins(cq__renderer *renderer, uint32_t query);
/* One of these clauses: how it joins, and its table; its ON. */
void cq__render_joined(cq__renderer *renderer, uint32_t clause, const char *how);
void cq__render_on(cq__renderer *renderer, uint32_t clause);
/* The present conditions of a clause joined by AND, behind `opening`, or behind " AND " when it has been written. */
void cq__render_more_conditions(cq__renderer *renderer, uint32_t clause, const char *opening, bool *opened);
/* " JOIN " for a CQ_OP_JOIN and so on; NULL: the dialect has no such join, and the renderer has failed. */
const char *cq__join_text(cq__renderer *renderer, uint32_t clause);

/* render_derived.c */
/* WITH in front of a statement or query. */
void cq__render_withs(cq__renderer *renderer, uint32_t query);
/* QUERY, LATERAL or VALUES_AS where a table's name would stand. */
void cq__render_derived(cq__renderer *renderer, uint32_t source);
/* "SELECT alias.1, alias.2 FROM (query) AS alias", for where the database does not take the query itself. */
void cq__render_listed(cq__renderer *renderer, uint32_t query, const char *alias);
/* An item of the query that is being written, cast where what the query stands in asks for it. */
void cq__render_item_value(cq__renderer *renderer, uint32_t item, uint32_t position);
/* The name of that column, if what the query stands in gives it one. */
bool cq__render_given_name(cq__renderer *renderer, uint32_t position, const char *opening);

/* render_combine.c: UNION and its like behind a query's own SELECT. */
uint32_t cq__leading_parentheses(const cq__renderer *renderer, uint32_t query);
void cq__render_arms(cq__renderer *renderer, uint32_t query);
bool cq__is_combined(const cq__renderer *renderer, uint32_t query);
/* The type that a column has in another part of a UNION, when it is known. */
const cq__typed *cq__combined_type(const cq__renderer *renderer, uint32_t query, uint32_t position);

/* render_write.c: INSERT, what comes back, and WITH before anything that writes. */
void cq__render_insert(cq__renderer *renderer, uint32_t statement, uint32_t clause);
void cq__render_returning(cq__renderer *renderer, uint32_t statement);
void cq__render_write_withs(cq__renderer *renderer, uint32_t statement);
void cq__render_object_rows(cq__renderer *renderer, const cq_table *table, const uint64_t *columns, uint32_t row_count);

/* render_bulk.c: the forms of an INSERT that take any number of objects. */
void cq__render_object_arrays(cq__renderer *renderer, const cq_table *table, const uint64_t *columns);
void cq__render_object_copy(cq__renderer *renderer, const cq_table *table, const uint64_t *columns);

/* render_update.c: UPDATE and DELETE, also of what other tables select. */
void cq__render_update(cq__renderer *renderer, uint32_t statement, uint32_t clause);
void cq__render_delete(cq__renderer *renderer, uint32_t statement, uint32_t clause);

/* render_assign.c: SETs */
/* Whether an operand of INSERT_INTO, UPDATE or ON_CONFLICT is written: an assignment that is there. */
bool cq__is_assignment(cq__renderer *renderer, uint32_t operand);
/* column = value of each, and the columns that every update sets, behind `opening`. `table`: what the columns are written
 * behind, or NULL. False when nothing is set. */
bool cq__render_assignments(cq__renderer *renderer, uint32_t clause, const char *opening, const cq_table *table);

/* The columns of the UPDATE in a clause that every update sets, unless it does so itself, each behind a comma. */
void cq__render_updated_now(cq__renderer *renderer, uint32_t clause, const cq_table *table);

/* render_keyed.c: UPDATE and DELETE by primary key, of arrays. members: one column for each value of the statement. */
void cq__render_keyed(cq__renderer *renderer, const cq_table *table, const uint32_t *members);

/* render_conflict.c: ON_CONFLICT_… of an INSERT into a table. */
void cq__render_conflict(cq__renderer *renderer, uint32_t statement, const cq_table *table);
uint32_t cq__conflict_clause(const cq__renderer *renderer, uint32_t statement);
/* EXCLUDED */
void cq__render_excluded(cq__renderer *renderer, const cq_column *column);

#endif
