/* tests/conform/sqlalchemy_loading/options.c: options of a statement: paths, parts, and what stands below one.
 */
#include "support/snippet.h"

#define parent_COLUMNS(COLUMN)                              \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parent_RELATIONS(RELATION)                          \
	RELATION(children, HAS_MANY(Child, parent_id), ORDERED_BY(id))
#define child_COLUMNS(COLUMN)                               \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, BIGINT, REFERENCES(parent, id))       \
	COLUMN(toy_id,    BIGINT, REFERENCES(toy, id))
#define child_RELATIONS(RELATION)                           \
	RELATION(subelements, HAS_MANY(Subelement, child_id))   \
	RELATION(toy, BELONGS_TO(Toy, toy_id))
#define subelement_COLUMNS(COLUMN)                          \
	COLUMN(id,       BIGINT, PRIMARY_KEY)                   \
	COLUMN(child_id, BIGINT, REFERENCES(child, id))
#define toy_COLUMNS(COLUMN)                                 \
	COLUMN(id,   BIGINT, PRIMARY_KEY)                       \
	COLUMN(name, TEXT)
CQ_MODEL(Parent, parent)
CQ_MODEL(Child, child)
CQ_MODEL(Subelement, subelement)
CQ_MODEL(Toy, toy)
CQ_RELATIONS(parent, child)

#define SNIPPET_TABLES CQ_TABLE(toy), CQ_TABLE(parent), CQ_TABLE(child), CQ_TABLE(subelement)

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
			CQ_TRY(cq_append(session, each, parent.children, one));
			CQ_TRY(cq_assign(session, one, child.toy, ball));
			for (int n = 0; n < 2; n++) {
				CQ_TRY(cq_add_new(session, Subelement, &part));
				CQ_TRY(cq_append(session, one, child.subelements, part));
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
	CQ_TRY(cq_all(session, Parent, &lazy, SQL(SELECT_ALL(parent), FROM(parent), OPTIONS(UNLOADED(parent.children)))));
	CQ_TRY(cq_all(session, Parent, &eager, SQL(SELECT_ALL(parent), FROM(parent), OPTIONS(JOINED(parent.children)))));
	/* page ends */
	SENT(2, 2, "SELECT parent; SELECT parent");
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
		SELECT_ALL(parent), FROM(parent),
		OPTIONS(JOINED(parent.children), SELECTIN(parent.children, child.subelements)))));
	/* page ends */
	SENT(2, 2, "SELECT parent; SELECT subelement");
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
	CQ_TRY(cq_load(session, first, parent.children, OPTIONS(SELECTIN(child.subelements))));
	/* page ends */
	SENT(3, 3, "SELECT parent; SELECT child; SELECT subelement");
	assert_int_equal(cq_count(cq_items(first->children)[3]->subelements), 2);
	return CQ_OK;
}

SNIPPET(criteria_in_options)
{
	CQ_TRY(families(session));
	/* page: criteria_in_options */
	cq_objects(Parent) found;
	CQ_TRY(cq_all(session, Parent, &found, SQL(
		SELECT_ALL(parent), FROM(parent), ORDER_BY(parent.id),
		OPTIONS(SELECTIN(parent.children, WHERE(GT(child.id, 3)))))));
	/* page ends */
	SENT(2, 3, "SELECT parent; SELECT child");
	assert_int_equal(cq_count(found.items[0]->children), 1);
	assert_int_equal(cq_count(found.items[1]->children), 4);
	cq_free(&found);
	/* page: criteria_and_populate_existing */
	CQ_TRY(cq_all(session, Parent, &found, SQL(
		SELECT_ALL(parent), FROM(parent), ORDER_BY(parent.id),
		OPTIONS(SELECTIN(parent.children, WHERE(GT(child.id, 2))), POPULATE_EXISTING))));
	/* page ends */
	SENT(2, 3, "SELECT parent; SELECT child");
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
		SELECT_ALL(parent), FROM(parent),
		OPTIONS(JOINED(parent.children), JOINED(parent.children, child.toy), JOINED(parent.children, child.subelements)))));
	/* page ends */
	SENT(1, 3, "SELECT parent");
	assert_int_equal(cq_count(cq_items(found.items[1]->children)[3]->subelements), 2);
	assert_string_equal(cq_related(cq_items(found.items[1]->children)[3]->toy)->name, "ball");
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(joined_many_to_one)
{
	CQ_TRY(families(session));
	/* page: joined_many_to_one */
	cq_objects(Child) children;
	CQ_TRY(cq_all(session, Child, &children, SQL(SELECT_ALL(child), FROM(child), OPTIONS(JOINED(child.toy)))));
	/* page ends */
	SENT(1, 1, "SELECT child");
	assert_string_equal(cq_related(children.items[7]->toy)->name, "ball");
	cq_free(&children);
	CQ_TRY(cq_expunge_all(session));
	/* page: joined_chain */
	cq_objects(Parent) found;
	CQ_TRY(cq_all(session, Parent, &found, SQL(
		SELECT_ALL(parent), FROM(parent), OPTIONS(JOINED(parent.children), JOINED(parent.children, child.toy)))));
	/* page ends */
	SENT(1, 1, "SELECT parent");
	assert_string_equal(cq_related(cq_items(found.items[1]->children)[0]->toy)->name, "ball");
	cq_free(&found);
	return CQ_OK;
}
