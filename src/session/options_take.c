/* session/options_take.c: what a statement says about loading, taken out of it and read as a tree.
 * It knows nothing of loading, nor of what models say by themselves. query.c and cq_load call it.
 */
#include "session/load.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "query/extend.h"
#include "query/tree.h"
#include "session/enter.h"
#include "session/model.h"
#include "session/rewrite.h"

#include <cquel/rules.h>

/* An OPTIONS clause that is read. */
typedef struct reading {
	cq_session *session;
	cq__options *options;
	const cq__model *model;   /* of what the statement selects; NULL: a row list */
	const cq_target *target;
	cq__tree tree;
	const cq_value *values;   /* of the clause */
} reading;

static bool mentions_options(const cq_statement *statement)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	for (uint32_t i = 0; i < statement->node_count; i++)
		if (nodes[i].op == CQ_OP_OPTIONS)
			return true;
	return false;
}

/* ---- paths -------------------------------------------------------------------------------------------------------------- */

static bool selects(const reading *r, const cq__model *model)
{
	if (r->target == NULL || r->target->kind != CQ_TARGET_ROW)
		return false;
	const cq_row_type *const row = r->target->descriptor;
	for (uint32_t i = 0; i < row->count; i++)
		if (row->fields[i].type == CQ_TYPE_OBJECT
			&& cq__same_table(cq__table_base(*(const cq_table *const *)row->fields[i].detail), model->table))
			return true;
	return false;
}

/* The relation as one of the model that the path has come to; NULL model: where it begins. */
static cq_status find_step(reading *r, const cq__model *model, const cq_relation *said, const cq__relation **out)
{
	cq__model *own;
	CQ_TRY(cq__model_find(r->session, cq__table_base(said->table), &own));
	const bool fits = model != NULL ? own == model : r->model != NULL ? own == r->model : selects(r, own);
	*out = fits ? cq__model_relation(own, said) : NULL;
	if (*out == NULL)
		return cq__session_fail(r->session, CQ_RULE, "OPTIONS: %s.%s: %s", said->table->name, said->name,
			model != NULL ? "is no relation of what the step before it leads to" : "is no relation of what the statement gives");
	if (said->write_only != 0)
		return cq__session_fail(r->session, CQ_MISUSE, "OPTIONS: %s.%s is write-only: it is never loaded", said->table->name, said->name);
	return CQ_OK;
}

/* The clauses of a LOAD as a program of their own, in the tree's memory. */
static const cq_statement *copy_clauses(reading *r, uint32_t load, uint32_t first)
{
	cq__arena *const memory = r->options->memory;
	const uint32_t count = r->tree.nodes[load].count;
	const uint32_t before = cq__operand(&r->tree, load, first - 1) + 1;
	uint32_t values = 0, value_count = 0;
	for (uint32_t i = 0; i < load; i++) {
		values += i < before && r->tree.nodes[i].op == CQ_OP_VALUE;
		value_count += i >= before && r->tree.nodes[i].op == CQ_OP_VALUE;
	}
	cq_statement *const clauses = cq__arena_alloc(memory, sizeof *clauses);
	cq_node *const nodes = cq__arena_alloc(memory, (load - before + 1) * sizeof *nodes);
	cq_value *const copied = cq__arena_alloc(memory, (value_count + 1) * sizeof *copied);
	if (clauses == NULL || nodes == NULL || copied == NULL) {
		(void)cq__session_fail(r->session, CQ_NO_MEMORY, NULL);
		return NULL;
	}
	memcpy(nodes, r->tree.nodes + before, (load - before) * sizeof *nodes);
	nodes[load - before] = (cq_node){ .op = CQ_OP_STATEMENT, .count = count - first };
	if (value_count != 0)
		memcpy(copied, r->values + values, value_count * sizeof *copied);
	/* It is only read: the arrays are never given back. */
	cq_statement_init(clauses, NULL);
	clauses->spilled_nodes = nodes;
	clauses->spilled_values = copied;
	clauses->node_count = clauses->node_capacity = load - before + 1;
	clauses->value_count = clauses->value_capacity = value_count;
	return clauses;
}

/* A clause that is there; one in WHEN may not be. */
static bool has_clauses(const reading *r, uint32_t load, uint32_t first)
{
	for (uint32_t i = first; i < r->tree.nodes[load].count; i++)
		if (!cq__absent(&r->tree, cq__operand(&r->tree, load, i)))
			return true;
	return false;
}

static cq_status read_load(reading *r, uint32_t node)
{
	const cq_node *const load = &r->tree.nodes[node];
	cq__load **loads = &r->options->loads, *step = NULL;
	const cq__model *model = NULL;
	uint32_t i = 0;
	for (; i < load->count; i++) {
		const cq_node *const operand = &r->tree.nodes[cq__operand(&r->tree, node, i)];
		if (operand->op != CQ_OP_RELATION)
			break;
		const cq__relation *relation;
		CQ_TRY(find_step(r, model, operand->ref, &relation));
		step = cq__options_find(*loads, relation);
		if (step == NULL) {
			step = cq__options_add(r->session, r->options, loads, relation);
			if (step == NULL)
				return CQ_NO_MEMORY;
			/* Where the path leads through is loaded as its end is, unless it says more itself. */
			step->how = load->flags != CQ_LOAD_NOTHING ? load->flags : CQ_LOAD_EXPLICITLY;
		} else if (load->flags != CQ_LOAD_NOTHING && (step->how == CQ_LOAD_NOTHING || step->how == CQ_LOAD_EXPLICITLY)) {
			/* What was said before of the way would leave nothing to be loaded behind it. */
			step->how = load->flags;
		}
		loads = &step->inner;
		model = relation->target;
	}
	if (step == NULL)
		return cq__session_fail(r->session, CQ_MISUSE, NULL);
	/* What is said of a path once more takes the place of what was said before. */
	step->how = load->flags;
	step->clauses = NULL;
	if (!has_clauses(r, node, i))
		return CQ_OK;
	if (load->flags != CQ_LOAD_SELECTIN)
		return cq__session_fail(r->session, CQ_RULE, "OPTIONS: %s.%s: %s", step->relation->said->table->name,
			step->relation->said->name, CQ_SAY_LOAD_CLAUSE);
	step->clauses = copy_clauses(r, node, i);
	return step->clauses != NULL ? CQ_OK : CQ_NO_MEMORY;
}

/* ---- the clause --------------------------------------------------------------------------------------------------------- */

static cq_status read_options(reading *r)
{
	for (uint32_t i = 0; i < r->tree.nodes[r->tree.root].count; i++) {
		const uint32_t operand = cq__operand(&r->tree, r->tree.root, i);
		if (cq__absent(&r->tree, operand))
			continue;
		switch ((cq_operator)r->tree.nodes[operand].op) {
		case CQ_OP_POPULATE_EXISTING: r->options->populate_existing = true; break;
		case CQ_OP_WITH_DELETED: r->options->with_deleted = true; break;
		case CQ_OP_LOAD: CQ_TRY(read_load(r, operand)); break;
		default: return cq__session_fail(r->session, CQ_MISUSE, NULL);
		}
	}
	return CQ_OK;
}

static cq_status read_piece(reading *r, const cq__piece *piece)
{
	r->values = piece->values;
	cq_status status = cq__tree_init(&r->tree, piece->nodes, piece->node_count);
	if (status != CQ_OK)
		return cq__session_fail(r->session, status, NULL);
	status = read_options(r);
	cq__tree_release(&r->tree);
	return status;
}

/* Leaves the clause out of the program. */
static cq_status leave_out(cq_session *session, cq_statement *statement, const cq__piece *piece)
{
	cq__rewrite rewrite;
	cq__rewrite_begin(&rewrite, statement);
	const uint32_t first = (uint32_t)(piece->nodes - rewrite.nodes);
	cq__rewrite_copy(&rewrite, first);
	cq__rewrite_skip(&rewrite, first + piece->node_count);
	cq__rewrite_copy(&rewrite, rewrite.node_count - 1);
	cq_node end = rewrite.nodes[rewrite.node_count - 1];
	end.count--;
	cq__rewrite_node(&rewrite, &end);
	const cq_status status = cq__rewrite_end(&rewrite, statement);
	return status == CQ_OK ? CQ_OK : cq__session_fail(session, status, NULL);
}

cq_status cq__options_take(cq_session *session, cq_statement *statement, const cq__model *model, const cq_target *target,
	cq__options *options)
{
	reading r = { .session = session, .options = options, .model = model, .target = target };
	if (!mentions_options(statement))
		return CQ_OK;
	const uint32_t count = cq__count_pieces(statement);
	cq__piece *const pieces = cq__alloc_array(count, sizeof *pieces);
	if (pieces == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	cq_status status = cq__find_pieces(statement, pieces);
	if (status != CQ_OK)
		(void)cq__session_fail(session, status, NULL);
	for (uint32_t i = 0; i < count && status == CQ_OK; i++) {
		if (pieces[i].nodes[pieces[i].node_count - 1].op != CQ_OP_OPTIONS)
			continue;
		status = read_piece(&r, &pieces[i]);
		if (status == CQ_OK)
			status = leave_out(session, statement, &pieces[i]);
		/* The program is another one; it has one such clause. */
		break;
	}
	cq__free(pieces);
	return status;
}
