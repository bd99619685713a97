/* Words looked up in sets and tables, lists that grow, small numbers: the commonest things that the engine asks.
 *
 * What belongs here: doing exactly what Python does, without the way through its general functions. What does not:
 * anything that knows of texts or patterns. Whatever is out of the ordinary (keys that are neither strings nor small
 * numbers, tables of another kind, errors) is handed to Python's own function.
 *
 * Nearly every key is a string, and mostly the very object that the table holds: pointers are compared first. The hash
 * of a string is kept in it. The tables are Python's: Objects/setobject.c and Objects/dictobject.c of 3.11 tell how a
 * place in them is found, which is what the two loops below repeat.
 */
#include "quick.h"

#if PY_VERSION_HEX >> 16 == 0x030B
#undef PySet_Contains /* here the names mean Python's own functions */
#undef PyDict_GetItemWithError
#undef PyDict_Contains
#undef PyUnicode_Contains
#undef PyLong_FromSsize_t
#undef PyLong_FromLong
#undef PyList_Append
#undef PyList_SetSlice
#undef PyObject_VectorcallMethod

#define Py_BUILD_CORE
#include "internal/pycore_dict.h"

#define PERTURB_SHIFT 5 /* of both kinds of tables */
#define LINEAR_PROBES 9 /* neighbours that a set looks at before it jumps */

static inline int is_text(PyObject *key) { return PyUnicode_CheckExact(key) && PyUnicode_IS_READY(key); }

/* A number from 0 on that has one hash for itself alone: what id() gives, and places in a text. */
static inline int is_number(PyObject *key) { return PyLong_CheckExact(key) && (size_t)Py_SIZE(key) <= 2; }

/* Such a number is its own hash. */
static inline Py_hash_t hash_of_number(PyObject *key) {
    const digit *digits = ((PyLongObject *)key)->ob_digit;
    Py_ssize_t size = Py_SIZE(key);
    return size == 0 ? 0 : size == 1 ? (Py_hash_t)digits[0] : (Py_hash_t)digits[1] << PyLong_SHIFT | digits[0];
}

/* The hash of a key that the loops below understand; -1 for all others (no hash is -1). */
static inline Py_hash_t plain_hash(PyObject *key) {
    if (is_text(key)) {
        return ((PyASCIIObject *)key)->hash; /* -1 until it is asked for the first time */
    }
    return is_number(key) ? hash_of_number(key) : -1;
}

/* Whether two keys with one hash that are not one object surely differ; where not, Python is asked. */
static inline int differ(PyObject *key, PyObject *other) {
    if (is_text(key) && is_text(other)) {
        return PyUnicode_GET_LENGTH(key) != PyUnicode_GET_LENGTH(other);
    }
    return (is_text(key) && is_number(other)) || (is_number(key) && is_text(other));
}

static __attribute__((noinline)) int look_farther(PyObject *set, PyObject *key) {
    Py_hash_t hash = PyAnySet_CheckExact(set) ? plain_hash(key) : -1;
    if (hash == -1) {
        return PySet_Contains(set, key);
    }
    const PySetObject *so = (PySetObject *)set;
    size_t mask = (size_t)so->mask, at = (size_t)hash & mask, perturb = (size_t)hash;
    for (;;) {
        const setentry *entry = &so->table[at], *last = at + LINEAR_PROBES <= mask ? entry + LINEAR_PROBES : entry;
        for (; entry <= last; entry++) {
            if (entry->key == key) {
                return 1;
            }
            if (entry->key == NULL) {
                return 0;
            }
            if (entry->hash == hash && !differ(key, entry->key)) {
                return PySet_Contains(set, key);
            }
        }
        perturb >>= PERTURB_SHIFT;
        at = (at * 5 + 1 + perturb) & mask;
    }
}

/* Where a string is found, or an empty place that shows that it is not there, is mostly the first place or one behind it:
 * so much is done here, without a call and hence without saving anything. */
int quick_set_contains(PyObject *set, PyObject *key) {
    if (PyAnySet_CheckExact(set) && PyUnicode_CheckExact(key) && ((PyASCIIObject *)key)->hash != -1) {
        Py_hash_t hash = ((PyASCIIObject *)key)->hash;
        size_t mask = (size_t)((PySetObject *)set)->mask, at = (size_t)hash & mask;
        const setentry *entry = &((PySetObject *)set)->table[at];
        const setentry *last = at + LINEAR_PROBES <= mask ? entry + LINEAR_PROBES : entry;
        do {
            if (entry->key == key) {
                return 1;
            }
            if (entry->key == NULL) {
                return 0;
            }
        } while (entry->hash != hash && ++entry <= last);
    }
    return look_farther(set, key);
}

static inline Py_ssize_t entry_at(const PyDictKeysObject *keys, size_t at) {
    uint8_t size = keys->dk_log2_size;
    if (size < 8) {
        return ((int8_t *)keys->dk_indices)[at];
    }
    if (size < 16) {
        return ((int16_t *)keys->dk_indices)[at];
    }
    return size < 32 ? ((int32_t *)keys->dk_indices)[at] : (Py_ssize_t)((int64_t *)keys->dk_indices)[at];
}

static __attribute__((noinline)) PyObject *get_farther(PyObject *dict, PyObject *key) {
    const PyDictKeysObject *keys = PyDict_Check(dict) ? ((PyDictObject *)dict)->ma_keys : NULL;
    int of_texts = keys != NULL && keys->dk_kind == DICT_KEYS_UNICODE;
    Py_hash_t hash = of_texts || (keys != NULL && keys->dk_kind == DICT_KEYS_GENERAL) ? plain_hash(key) : -1;
    if (hash == -1) {
        return PyDict_GetItemWithError(dict, key);
    }
    size_t mask = ((size_t)1 << keys->dk_log2_size) - 1, at = (size_t)hash & mask, perturb = (size_t)hash;
    for (;;) {
        Py_ssize_t index = entry_at(keys, at);
        if (index == DKIX_EMPTY) {
            return NULL;
        }
        if (index >= 0 && of_texts) {
            const PyDictUnicodeEntry *entry = &DK_UNICODE_ENTRIES(keys)[index];
            if (entry->me_key == key) {
                return entry->me_value;
            }
            if (((PyASCIIObject *)entry->me_key)->hash == hash && !differ(key, entry->me_key)) {
                return PyDict_GetItemWithError(dict, key);
            }
        } else if (index >= 0) {
            const PyDictKeyEntry *entry = &DK_ENTRIES(keys)[index];
            if (entry->me_key == key || (entry->me_hash == hash && is_number(key) && is_number(entry->me_key))) {
                return entry->me_value;
            }
            if (entry->me_hash == hash) {
                return PyDict_GetItemWithError(dict, key);
            }
        }
        perturb >>= PERTURB_SHIFT;
        at = (at * 5 + 1 + perturb) & mask;
    }
}

PyObject *quick_dict_get(PyObject *dict, PyObject *key) {
    if (PyDict_CheckExact(dict) && PyUnicode_CheckExact(key) && ((PyASCIIObject *)key)->hash != -1) {
        const PyDictKeysObject *keys = ((PyDictObject *)dict)->ma_keys;
        if (keys->dk_kind == DICT_KEYS_UNICODE) {
            Py_hash_t hash = ((PyASCIIObject *)key)->hash;
            Py_ssize_t index = entry_at(keys, (size_t)hash & (((size_t)1 << keys->dk_log2_size) - 1));
            if (index == DKIX_EMPTY) {
                return NULL;
            }
            if (index >= 0 && DK_UNICODE_ENTRIES(keys)[index].me_key == key) {
                return DK_UNICODE_ENTRIES(keys)[index].me_value;
            }
        }
    }
    return get_farther(dict, key);
}

int quick_dict_contains(PyObject *dict, PyObject *key) {
    PyObject *value = quick_dict_get(dict, key);
    return value != NULL ? 1 : PyErr_Occurred() ? -1 : 0;
}

/* Whether a string has a part; mostly one letter of a few. */
int quick_str_contains(PyObject *text, PyObject *part) {
    if (!PyUnicode_IS_COMPACT_ASCII(text) || !PyUnicode_IS_COMPACT_ASCII(part) || PyUnicode_GET_LENGTH(part) != 1) {
        return PyUnicode_Contains(text, part);
    }
    const char *letters = PyUnicode_DATA(text), letter = *(const char *)PyUnicode_DATA(part);
    for (Py_ssize_t left = PyUnicode_GET_LENGTH(text); left > 0; left--, letters++) {
        if (*letters == letter) {
            return 1;
        }
    }
    return 0;
}

/* Places in a text and counts are boxed again and again: those below this are made once and kept. */
#define KEPT 16384
static PyObject *kept[KEPT];

PyObject *quick_int(Py_ssize_t number) {
    if (number < 0 || number >= KEPT) {
        return PyLong_FromSsize_t(number);
    }
    if (kept[number] == NULL) {
        kept[number] = PyLong_FromSsize_t(number);
    }
    Py_XINCREF(kept[number]);
    return kept[number];
}

int quick_append(PyObject *list, PyObject *item) {
    PyListObject *to = (PyListObject *)list;
    Py_ssize_t size = Py_SIZE(to);
    if (to->allocated <= size || item == NULL) {
        return PyList_Append(list, item); /* no room left */
    }
    Py_INCREF(item);
    to->ob_item[size] = item;
    Py_SET_SIZE(to, size + 1);
    return 0;
}

/* Mostly the few members of one list put behind those of another, and mostly there are none: (noun, *noun.coordinated). */
int quick_set_slice(PyObject *list, Py_ssize_t low, Py_ssize_t high, PyObject *items) {
    int is_tuple = items != NULL && PyTuple_CheckExact(items);
    if (low != PY_SSIZE_T_MAX || items == NULL || !(is_tuple || PyList_CheckExact(items))) {
        return PyList_SetSlice(list, low, high, items);
    }
    Py_ssize_t count = Py_SIZE(items);
    for (Py_ssize_t at = 0; at < count; at++) {
        PyObject *item = is_tuple ? PyTuple_GET_ITEM(items, at) : PyList_GET_ITEM(items, at);
        if (quick_append(list, item) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Whether a set and a set, list or tuple have nothing in common; -1 where Python must be asked. */
static int are_disjoint(PyObject *set, PyObject *others) {
    if (PyAnySet_CheckExact(others)) {
        if (PySet_GET_SIZE(set) < PySet_GET_SIZE(others)) {
            PyObject *larger = others;
            others = set, set = larger;
        }
        PySetObject *few = (PySetObject *)others;
        Py_ssize_t left = few->used;
        for (setentry *entry = few->table; left > 0; entry++) {
            if (entry->key == NULL || entry->hash == -1) {
                continue; /* an empty place, or that of one taken out */
            }
            left--;
            int found = quick_set_contains(set, entry->key);
            if (found) {
                return found < 0 ? -1 : 0;
            }
        }
        return 1;
    }
    int is_tuple = PyTuple_CheckExact(others);
    if (!is_tuple && !PyList_CheckExact(others)) {
        return -1;
    }
    for (Py_ssize_t at = 0; at < Py_SIZE(others); at++) {
        PyObject *item = is_tuple ? PyTuple_GET_ITEM(others, at) : PyList_GET_ITEM(others, at);
        int found = is_text(item) ? quick_set_contains(set, item) : -1;
        if (found) {
            return found < 0 ? -1 : 0;
        }
    }
    return 1;
}

static PyObject *isdisjoint; /* the name of the only method that is answered here */

PyObject *quick_call_method(PyObject *name, PyObject *const *given, size_t count, PyObject *keywords) {
    if (PyAnySet_CheckExact(given[0]) && PyVectorcall_NARGS(count) == 2 && keywords == NULL) {
        if (isdisjoint == NULL) {
            isdisjoint = PyUnicode_InternFromString("isdisjoint");
        }
        int disjoint = name == isdisjoint ? are_disjoint(given[0], given[1]) : -1;
        if (disjoint >= 0) {
            return PyBool_FromLong(disjoint);
        }
        PyErr_Clear();
    }
    return PyObject_VectorcallMethod(name, given, count, keywords);
}
#endif
