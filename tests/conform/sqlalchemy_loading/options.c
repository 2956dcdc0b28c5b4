/* tests/conform/sqlalchemy_loading/options.c: options of a statement: paths, parts, and what stands below one.
 */
#include "support/snippet.h"

#define parents_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parents_RELATIONS(RELATION)                         \
	RELATION(children, HAS_MANY(Child, parent_id), ORDERED_BY(id))
#define children_COLUMNS(COLUMN)                            \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, BIGINT, REFERENCES(parents, id))       \
	COLUMN(toy_id,    BIGINT, REFERENCES(toys, id))
#define children_RELATIONS(RELATION)                        \
	RELATION(subelements, HAS_MANY(Subelement, child_id))   \
	RELATION(toy, BELONGS_TO(Toy, toy_id))
#define subelements_COLUMNS(COLUMN)                         \
	COLUMN(id,       BIGINT, PRIMARY_KEY)                   \
	COLUMN(child_id, BIGINT, REFERENCES(children, id))
#define toys_COLUMNS(COLUMN)                                \
	COLUMN(id,   BIGINT, PRIMARY_KEY)                       \
	COLUMN(name, TEXT)
CQ_MODEL(Parent, parents)
CQ_MODEL(Child, children)
CQ_MODEL(Subelement, subelements)
CQ_MODEL(Toy, toys)
CQ_RELATIONS(parents, children)

#define SNIPPET_TABLES CQ_TABLE(toys), CQ_TABLE(parents), CQ_TABLE(children), CQ_TABLE(subelements)

/* Two parents with four children each, each child with a toy and two subelements. */
static cq_status families(cq_session *session)
{
	Parent *each;
	Toy *ball;
	CQ_TRY(cq_add_new(session, Toy, &ball, .name = "ball"));
	for (int i = 0; i < 2; i++) {
		CQ_TRY(cq_add_new(session, Parent, &each));
		for (int k = 0; k < 4; k++) {
			Child *one;
			Subelement *part;
			CQ_TRY(cq_add_new(session, Child, &one));
			CQ_TRY(cq_append(session, each, parents.children, one));
			CQ_TRY(cq_assign(session, one, children.toy, ball));
			for (int n = 0; n < 2; n++) {
				CQ_TRY(cq_add_new(session, Subelement, &part));
				CQ_TRY(cq_append(session, one, children.subelements, part));
			}
		}
	}
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_expunge_all(session));
	FORGET();
	return CQ_OK;
}

SNIPPET(options_of_a_statement)
{
	CQ_TRY(families(session));
	/* page: options_of_a_statement */
	cq_objects(Parent) lazy, eager;
	CQ_TRY(cq_all(session, Parent, &lazy, SQL(SELECT_ALL(parents), FROM(parents), OPTIONS(UNLOADED(parents.children)))));
	CQ_TRY(cq_all(session, Parent, &eager, SQL(SELECT_ALL(parents), FROM(parents), OPTIONS(JOINED(parents.children)))));
	/* page ends */
	SENT(2, 2, "SELECT parents; SELECT parents");
	assert_int_equal(eager.count, 2);
	assert_int_equal(cq_count(eager.items[1]->children), 4);
	cq_free(&lazy);
	cq_free(&eager);
	return CQ_OK;
}

SNIPPET(options_chained)
{
	CQ_TRY(families(session));
	/* page: options_chained */
	cq_objects(Parent) found;
	CQ_TRY(cq_all(session, Parent, &found, SQL(
		SELECT_ALL(parents), FROM(parents),
		OPTIONS(JOINED(parents.children), SELECTIN(parents.children, children.subelements)))));
	/* page ends */
	SENT(2, 2, "SELECT parents; SELECT subelements");
	assert_int_equal(cq_count(cq_items(found.items[1]->children)[3]->subelements), 2);
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(options_of_a_lazy_load)
{
	CQ_TRY(families(session));
	/* page: options_of_a_lazy_load */
	Parent *first;
	CQ_TRY(cq_get(session, Parent, &first, 1));
	CQ_TRY(cq_load(session, first, parents.children, OPTIONS(SELECTIN(children.subelements))));
	/* page ends */
	SENT(3, 3, "SELECT parents; SELECT children; SELECT subelements");
	assert_int_equal(cq_count(cq_items(first->children)[3]->subelements), 2);
	return CQ_OK;
}

SNIPPET(criteria_in_options)
{
	CQ_TRY(families(session));
	/* page: criteria_in_options */
	cq_objects(Parent) found;
	CQ_TRY(cq_all(session, Parent, &found, SQL(
		SELECT_ALL(parents), FROM(parents), ORDER_BY(parents.id),
		OPTIONS(SELECTIN(parents.children, WHERE(GT(children.id, 3)))))));
	/* page ends */
	SENT(2, 3, "SELECT parents; SELECT children");
	assert_int_equal(cq_count(found.items[0]->children), 1);
	assert_int_equal(cq_count(found.items[1]->children), 4);
	cq_free(&found);
	/* page: criteria_and_populate_existing */
	CQ_TRY(cq_all(session, Parent, &found, SQL(
		SELECT_ALL(parents), FROM(parents), ORDER_BY(parents.id),
		OPTIONS(SELECTIN(parents.children, WHERE(GT(children.id, 2))), POPULATE_EXISTING))));
	/* page ends */
	SENT(2, 3, "SELECT parents; SELECT children");
	assert_int_equal(cq_count(found.items[0]->children), 2);
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(sub_options)
{
	CQ_TRY(families(session));
	/* page: sub_options */
	cq_objects(Parent) found;
	CQ_TRY(cq_all(session, Parent, &found, SQL(
		SELECT_ALL(parents), FROM(parents),
		OPTIONS(JOINED(parents.children), JOINED(parents.children, children.toy), JOINED(parents.children, children.subelements)))));
	/* page ends */
	SENT(1, 3, "SELECT parents");
	assert_int_equal(cq_count(cq_items(found.items[1]->children)[3]->subelements), 2);
	assert_string_equal(cq_related(cq_items(found.items[1]->children)[3]->toy)->name, "ball");
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(joined_many_to_one)
{
	CQ_TRY(families(session));
	/* page: joined_many_to_one */
	cq_objects(Child) some;
	CQ_TRY(cq_all(session, Child, &some, SQL(SELECT_ALL(children), FROM(children), OPTIONS(JOINED(children.toy)))));
	/* page ends */
	SENT(1, 1, "SELECT children");
	assert_string_equal(cq_related(some.items[7]->toy)->name, "ball");
	cq_free(&some);
	CQ_TRY(cq_expunge_all(session));
	/* page: joined_chain */
	cq_objects(Parent) found;
	CQ_TRY(cq_all(session, Parent, &found, SQL(
		SELECT_ALL(parents), FROM(parents), OPTIONS(JOINED(parents.children), JOINED(parents.children, children.toy)))));
	/* page ends */
	SENT(1, 1, "SELECT parents");
	assert_string_equal(cq_related(cq_items(found.items[1]->children)[0]->toy)->name, "ball");
	cq_free(&found);
	CQ_TRY(cq_expunge_all(session));
	/* page: selectin_then_joined */
	CQ_TRY(cq_all(session, Parent, &found, SQL(
		SELECT_ALL(parents), FROM(parents), OPTIONS(SELECTIN(parents.children), JOINED(parents.children, children.toy)))));
	/* page ends */
	SENT(2, 2, "SELECT parents; SELECT children");
	assert_string_equal(cq_related(cq_items(found.items[1]->children)[0]->toy)->name, "ball");
	cq_free(&found);
	return CQ_OK;
}
