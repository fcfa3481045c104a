import '../theme/site.css';
