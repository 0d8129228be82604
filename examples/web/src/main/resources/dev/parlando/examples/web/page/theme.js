// Before the first paint: the colours that were chosen, else the system's.
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? 'system';
