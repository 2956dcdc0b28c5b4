/* cquel.h: everything but the short words (cquel/words.h, included last) and the drivers' own headers.
 *
 * It holds nothing of its own. Programs include it.
 */
#ifndef CQUEL_H
#define CQUEL_H

#include <cquel/define.h>
#include <cquel/engine.h>
#include <cquel/execute.h>
#include <cquel/export.h>
#include <cquel/expr.h>
#include <cquel/log.h>
#include <cquel/model.h>
#include <cquel/op.h>
#include <cquel/query.h>
#include <cquel/result.h>
#include <cquel/rules.h>
#include <cquel/schema.h>
#include <cquel/status.h>
#include <cquel/transaction.h>
#include <cquel/types.h>
#include <cquel/version.h>

#endif
