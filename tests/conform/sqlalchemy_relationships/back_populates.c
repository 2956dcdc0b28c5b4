/* tests/conform/sqlalchemy_relationships/back_populates.c: both sides of a relation are kept in step, or only one of them is.
 */
#include "support/snippet.h"

#define users_COLUMNS(COLUMN)                               \
	COLUMN(id,   BIGINT, PRIMARY_KEY)                       \
	COLUMN(name, NULLABLE(TEXT))
#define users_RELATIONS(RELATION)                           \
	RELATION(addresses, HAS_MANY(Address, user_id), BACK(user)) \
	RELATION(tonys, HAS_MANY(Address, user_id))
#define addresses_COLUMNS(COLUMN)                           \
	COLUMN(id,      BIGINT, PRIMARY_KEY)                    \
	COLUMN(email,   NULLABLE(TEXT))                         \
	COLUMN(user_id, NULLABLE(BIGINT), REFERENCES(users, id))
#define addresses_RELATIONS(RELATION)                       \
	RELATION(user, BELONGS_TO(User, user_id), BACK(addresses))

CQ_MODEL(User, users)
CQ_MODEL(Address, addresses)
CQ_RELATIONS(users, addresses)

#define SNIPPET_TABLES CQ_TABLE(users), CQ_TABLE(addresses)

SNIPPET(back_populates)
{
	/* page: back_populates */
	User *u1;
	Address *a1;
	CQ_TRY(cq_add_new(session, User, &u1));
	CQ_TRY(cq_add_new(session, Address, &a1));
	assert(cq_count(u1->addresses) == 0 && cq_related(a1->user) == NULL);
	CQ_TRY(cq_append(session, u1, users.addresses, a1));
	assert(cq_related(a1->user) == u1);
	CQ_TRY(cq_assign(session, a1, addresses.user, NULL));
	assert(cq_count(u1->addresses) == 0);
	/* page ends */
	SENT(0, 0, "");
	return CQ_OK;
}

SNIPPET(one_way)
{
	/* page: one_way */
	User *u1;
	Address *tony, *mary;
	CQ_TRY(cq_add_new(session, User, &u1));
	CQ_TRY(cq_add_new(session, Address, &tony, .email = "tony"));
	CQ_TRY(cq_add_new(session, Address, &mary, .email = "mary"));
	CQ_TRY(cq_append(session, u1, users.tonys, tony)); /* without BACK: nothing else is kept in step with it */
	CQ_TRY(cq_assign(session, mary, addresses.user, u1));
	assert(cq_count(u1->tonys) == 1 && cq_count(u1->addresses) == 1);
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 3, "BEGIN; INSERT users 1; INSERT addresses 2; COMMIT");
	CQ_TRY(cq_load(session, u1, users.tonys, WHERE(STARTS_WITH(addresses.email, "tony"))));
	SENT(1, 1, "SELECT addresses");
	assert_int_equal(cq_count(u1->tonys), 1);
	assert_int_equal(tony->user_id.value, u1->id);
	assert_int_equal(mary->user_id.value, u1->id);
	return CQ_OK;
}
