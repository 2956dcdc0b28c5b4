/* users.c: the resource /users. */
#include "handlers.h"

#include <inttypes.h>

#include <cquel/words.h>

json_t *user_json(const User *user)
{
	return json_pack("{s:I, s:s, s:s?, s:o}", "id", (json_int_t)user->id, "username", user->username, "bio", user->bio,
		"created_at", json_moment(user->created_at));
}

cq_status users_list(Request *request)
{
	Page page;
	int64_t total;
	cq_rows(User) found;
	if (!page_of(request, &page))
		return CQ_OK;
	CQ_TRY(cq_scalar(request->db, &total, SQL(SELECT(COUNT_ROWS()), FROM(users))));
	CQ_TRY(cq_all(request->db, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), LIMIT(page.limit), OFFSET(page.offset))));
	json_t *const items = json_array();
	for (size_t i = 0; i < found.count; i++)
		(void)json_array_append_new(items, user_json(&found.items[i]));
	cq_free(&found);
	return reply_page(request, items, &page, total);
}

cq_status users_create(Request *request)
{
	Form form = form_of(request);
	User user = CQ_NEW(User);
	form_need(&form, "username");
	(void)form_text(&form, "username", 1, 40, &user.username);
	(void)form_nullable_text(&form, "bio", 2000, &user.bio);
	if (!form_is_right(&form, request))
		return CQ_OK;
	CQ_TRY(cq_insert(request->db, User, &user));
	request->location = user.id;
	return reply(request, 201, user_json(&user));
}

cq_status users_show(Request *request)
{
	User *user;
	CQ_TRY(cq_one_or_none(request->db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, request->ids[0])))));
	if (user == NULL)
		return refuse(request, 404, "there is no user %" PRId64, request->ids[0]);
	(void)reply(request, 200, user_json(user));
	cq_free(&user);
	return CQ_OK;
}

cq_status users_change(Request *request)
{
	return users_show(request);
}

cq_status users_delete(Request *request)
{
	int64_t gone;
	CQ_TRY(cq_execute(request->db, &gone, SQL(DELETE_FROM(users), WHERE(EQ(users.id, request->ids[0])))));
	return gone != 0 ? reply(request, 204, NULL) : refuse(request, 404, "there is no user %" PRId64, request->ids[0]);
}
