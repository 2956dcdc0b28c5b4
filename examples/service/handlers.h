/* service/handlers.h: the handlers of all resources, and how each resource looks in JSON. */
#ifndef SERVICE_HANDLERS_H
#define SERVICE_HANDLERS_H

#include "json.h"

/* users.c */
Handler users_list, users_create, users_show, users_change, users_delete;
json_t *user_json(const User *user);

/* posts.c */
Handler posts_list, posts_of_user, posts_create, posts_show, posts_change, posts_delete;

/* comments.c */
Handler comments_list, comments_create, comments_change, comments_delete;
json_t *comment_json(const Comment *comment);

/* tags.c */
Handler tags_list;

#endif
