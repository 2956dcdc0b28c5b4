/* service/handlers.h: the handlers of all resources, and how each resource looks in JSON. */
#ifndef SERVICE_HANDLERS_H
#define SERVICE_HANDLERS_H

#include "json.h"

/* users.c */
Handler users_list, users_create, users_show, users_change, users_delete;
json_t *user_json(const User *user);

#endif
