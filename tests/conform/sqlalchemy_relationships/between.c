/* tests/conform/sqlalchemy_relationships/between.c: what lies behind several tables, and the first rows of each parent: statements.
 */
#include "support/snippet.h"

#define a_COLUMNS(COLUMN)                                   \
	COLUMN(id,   BIGINT, PRIMARY_KEY)                       \
	COLUMN(b_id, NULLABLE(BIGINT), REFERENCES(b, id))
#define b_COLUMNS(COLUMN)                                   \
	COLUMN(id,   BIGINT, PRIMARY_KEY)                       \
	COLUMN(d_id, BIGINT, REFERENCES(d, id))
#define c_COLUMNS(COLUMN)                                   \
	COLUMN(id,   BIGINT, PRIMARY_KEY)                       \
	COLUMN(a_id, BIGINT, REFERENCES(a, id))                 \
	COLUMN(d_id, BIGINT, REFERENCES(d, id))
#define d_COLUMNS(COLUMN)                                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)
CQ_MODEL(A, a)
CQ_MODEL(B, b)
CQ_MODEL(C, c)
CQ_MODEL(D, d)

#define SNIPPET_TABLES CQ_TABLE(d), CQ_TABLE(b), CQ_TABLE(a), CQ_TABLE(c)

/* page: composite_secondary_join_rows */
#define Pair_FIELDS(FIELD)                                  \
	FIELD(a, OBJECT(A), ALL(a))                             \
	FIELD(d, OBJECT(D), ALL(d))
CQ_ROW(Pair)
/* page ends */

SNIPPET(composite_secondary_join)
{
	D *d1, *d2;
	B *b1;
	A *a1, *a2;
	C *c1;
	CQ_TRY(cq_add_new(session, D, &d1));
	CQ_TRY(cq_add_new(session, D, &d2));
	CQ_TRY(cq_flush(session));
	CQ_TRY(cq_add_new(session, B, &b1, .d_id = d2->id));
	CQ_TRY(cq_flush(session));
	CQ_TRY(cq_add_new(session, A, &a1, .b_id = ((cq_opt_int64){ true, b1->id })));
	CQ_TRY(cq_add_new(session, A, &a2, .b_id = ((cq_opt_int64){ true, b1->id })));
	CQ_TRY(cq_flush(session));
	CQ_TRY(cq_add_new(session, C, &c1, .a_id = a1->id, .d_id = d2->id));
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: composite_secondary_join */
	cq_rows(Pair) pairs;
	CQ_TRY(cq_all(session, Pair, &pairs, SQL(
		SELECT_ROW(Pair), FROM(a),
		JOIN(b, EQ(b.id, a.b_id)),
		JOIN(c, EQ(c.a_id, a.id)),
		JOIN(d, EQ(d.id, b.d_id), EQ(d.id, c.d_id)))));
	/* page ends */
	SENT(1, 1, "SELECT a");
	assert_int_equal(pairs.count, 1);
	assert_ptr_equal(pairs.items[0].a, a1);
	assert_ptr_equal(pairs.items[0].d, d2);
	cq_free(&pairs);
	return CQ_OK;
}

/* page: row_limited_rows */
#define Place_FIELDS(FIELD)                                 \
	FIELD(id,    BIGINT, a.id)                              \
	FIELD(place, BIGINT, OVER(ROW_NUMBER(), PARTITION_BY(a.b_id), ORDER_BY(a.id)))
CQ_ROW(Place)
CQ_DERIVED(Place, places)
/* page ends */

SNIPPET(row_limited)
{
	D *d1;
	B *b1;
	A *each;
	CQ_TRY(cq_add_new(session, D, &d1));
	CQ_TRY(cq_flush(session));
	for (int i = 0; i < 2; i++) {
		CQ_TRY(cq_add_new(session, B, &b1, .d_id = d1->id));
		CQ_TRY(cq_flush(session));
		for (int k = 0; k < 5; k++)
			CQ_TRY(cq_add_new(session, A, &each, .b_id = ((cq_opt_int64){ true, b1->id })));
	}
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: row_limited */
	cq_objects(A) firsts; /* three of each b */
	CQ_TRY(cq_all(session, A, &firsts, SQL(
		SELECT_ALL(a), FROM(a),
		JOIN(QUERY(places, SELECT_ROW(Place), FROM(a)), EQ(places.id, a.id)),
		WHERE(LE(places.place, 3)), ORDER_BY(a.id))));
	/* page ends */
	SENT(1, 2, "SELECT a");
	assert_int_equal(firsts.count, 6);
	cq_free(&firsts);
	return CQ_OK;
}
