/* What the compiled engine asks of Python thousands of times a text, answered on the spot (quick.c says how).
 *
 * Included before each file of C that mypyc writes (scripts/compile). Each name below means the same as the function
 * of Python that it stands in for. For another Python than 3.11 nothing is put in its place: the layout of its tables
 * is that version's own.
 */
#ifndef SITREP_QUICK_H
#define SITREP_QUICK_H

#include <Python.h>

#if PY_VERSION_HEX >> 16 == 0x030B

int quick_set_contains(PyObject *set, PyObject *key);
PyObject *quick_dict_get(PyObject *dict, PyObject *key); /* borrowed; NULL where there is none, or with an error set */
int quick_dict_contains(PyObject *dict, PyObject *key);
int quick_str_contains(PyObject *text, PyObject *part);
PyObject *quick_int(Py_ssize_t number);
int quick_append(PyObject *list, PyObject *item);
int quick_set_slice(PyObject *list, Py_ssize_t low, Py_ssize_t high, PyObject *items);
PyObject *quick_call_method(PyObject *name, PyObject *const *given, size_t count, PyObject *keywords);

#define PySet_Contains quick_set_contains
#define PyDict_GetItemWithError quick_dict_get
#define PyDict_Contains quick_dict_contains
#define PyUnicode_Contains quick_str_contains
#define PyLong_FromSsize_t quick_int
#define PyLong_FromLong quick_int
#define PyList_Append quick_append
#define PyList_SetSlice quick_set_slice
#define PyObject_VectorcallMethod quick_call_method

#endif
#endif
