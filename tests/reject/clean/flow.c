/* flow.c: statements where C's own control flow puts them: loops, switch, unbraced if and else, recursion, inline functions. */
#include "../models.h"

cq_status one_branch(int64_t id);
cq_status in_loops(int64_t id);
cq_status in_switch(int what, int64_t id);
cq_status recursive(int64_t id, int depth);
cq_status twice_on_a_line(int64_t id);
cq_status by_goto(int64_t id);

static inline cq_status remove_user(int64_t id)
{
	return cq_execute(db, NULL, SQL(DELETE_FROM(users), WHERE(EQ(users.id, id))));
}

cq_status one_branch(int64_t id)
{
	if (id > 0)
		CQ_TRY(cq_execute(db, NULL, SQL(DELETE_FROM(users), WHERE(EQ(users.id, id)))));
	else
		CQ_TRY(cq_execute(db, NULL, SQL(DELETE_FROM(users), ALL_ROWS)));
	if (cq_execute(db, NULL, SQL(UPDATE(users, SET(age, 3)), WHERE(EQ(users.id, id)))) != CQ_OK)
		return cq_execute(db, NULL, SQL(DELETE_FROM(likes), ALL_ROWS));
	return id != 0 ? remove_user(id) : cq_execute(db, NULL, SQL(DELETE_FROM(posts), ALL_ROWS));
}

cq_status in_loops(int64_t id)
{
	for (int i = 0; i < 3; i++)
		for (int k = 0; k < 2; k++)
			CQ_TRY(cq_execute(db, NULL, SQL(UPDATE(users, SET(age, i + k)), WHERE(EQ(users.id, id)))));
	while (id-- > 0)
		CQ_TRY(remove_user(id));
	do
		CQ_TRY(cq_execute(db, NULL, SQL(DELETE_FROM(posts), WHERE(ANY_OF(i, count, EQ(posts.title, names[i]))))));
	while (++id < 3);
	return CQ_OK;
}

cq_status in_switch(int what, int64_t id)
{
	switch (what) {
	case 0: return cq_execute(db, NULL, SQL(DELETE_FROM(users), WHERE(EQ(users.id, id))));
	case 1:
		CQ_TRY(cq_execute(db, NULL, SQL(UPDATE(users, SET(bio, NULL)), WHERE(EQ(users.id, id)))));
		break;
	case 2: {
		int64_t total;
		CQ_TRY(cq_scalar(db, &total, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(GT(users.id, id)))));
		return total > 3 ? CQ_OK : remove_user(total);
	}
	default: break;
	}
	return CQ_OK;
}

cq_status recursive(int64_t id, int depth)
{
	cq_opt_int64 above;
	CQ_TRY(cq_scalar_one(db, &above, SQL(SELECT(users.boss_id), FROM(users), WHERE(EQ(users.id, id)))));
	return above.present && depth > 0 ? recursive(above.value, depth - 1) : CQ_OK;
}

/* clang-format off */
cq_status twice_on_a_line(int64_t id) { CQ_TRY(remove_user(id)); CQ_TRY(cq_execute(db, NULL, SQL(DELETE_FROM(users), ALL_ROWS))); return cq_execute(db, NULL, SQL(DELETE_FROM(posts), ALL_ROWS)); }
/* clang-format on */

cq_status by_goto(int64_t id)
{
	cq_status status = remove_user(id);
	if (status == CQ_OK)
		goto out;
	status = cq_execute(db, NULL, SQL(DELETE_FROM(posts), WHERE(EQ(posts.author_id, id))));
out:
	return status;
}
